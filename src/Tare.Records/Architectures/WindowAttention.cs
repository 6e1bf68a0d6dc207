namespace Tare.Records;

/// <summary>Every token attends to the last tokens only.</summary>
public sealed record WindowAttention : GroupedAttention
{
    /// <summary>Length of the window in tokens, at least 1.</summary>
    public required int WindowTokens { get; init; }

    /// <inheritdoc/>
    public override string Word => "window";

    internal override IEnumerable<LayerSize> Sizes => [.. base.Sizes, new("window", WindowTokens)];
}
