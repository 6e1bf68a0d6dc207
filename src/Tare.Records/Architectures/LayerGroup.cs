namespace Tare.Records;

/// <summary>Equal decoder layers.</summary>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Layer">What each of them is.</param>
public sealed record LayerGroup(int Count, LayerKind Layer)
{
    /// <summary>
    /// Position, from 0, of the group whose last layer's cache these layers read; <see langword="null"/> where each keeps its own.
    /// </summary>
    /// <remarks>The owner stands earlier in the list, is of the same kind and size, and owns its cache itself.</remarks>
    public int? CacheOwner { get; init; }
}
