namespace Tare.Records;

/// <summary>What one decoder layer keeps and reads along the sequence. The kinds are a closed set.</summary>
public abstract record LayerKind
{
    private protected LayerKind() { }

    /// <summary>The word for this kind in data files: <c>full</c>, <c>window</c>, <c>mla</c> and so on.</summary>
    public abstract string Word { get; }

    /// <summary>Every size with the name that data files use, for checks: each must be at least its minimum.</summary>
    internal abstract IEnumerable<LayerSize> Sizes { get; }
}
