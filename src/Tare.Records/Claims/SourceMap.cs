namespace Tare.Records;

/// <summary>Where each entry of a dossier, and each of its fields, stands in its file.</summary>
/// <remarks>An address is <c>list/id</c> or <c>list/id/field</c>, for example <c>claims/c21/stance</c>.</remarks>
public sealed class SourceMap
{
    private readonly Func<string, SourcePosition?> _find;

    /// <summary>A map that looks places up when they are asked for: a file without a fault never needs it.</summary>
    /// <param name="find">Gives the place of an address, or of the nearest part that contains it.</param>
    public SourceMap(Func<string, SourcePosition?> find) => _find = find;

    /// <summary>A map that knows no place.</summary>
    public static SourceMap Empty { get; } = new(_ => null);

    /// <summary>The place of an address, or of the nearest part that contains it; <see langword="null"/> where nothing is known of it.</summary>
    /// <param name="address">For example <c>claims/c21/stance</c>.</param>
    public SourcePosition? Find(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _find(address);
    }
}
