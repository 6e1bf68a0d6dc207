namespace Tare.Records;

/// <summary>Builds lists that compare by content.</summary>
public static class ValueLists
{
    /// <summary>A list of the entries given.</summary>
    /// <typeparam name="T">The entries.</typeparam>
    /// <param name="entries">Copied.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> entries) => entries.IsEmpty ? ValueList<T>.Empty : new(entries.ToArray());
}
