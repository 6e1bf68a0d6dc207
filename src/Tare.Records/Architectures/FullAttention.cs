namespace Tare.Records;

/// <summary>Every token attends to every earlier one.</summary>
public sealed record FullAttention : GroupedAttention
{
    /// <inheritdoc/>
    public override string Word => "full";
}
