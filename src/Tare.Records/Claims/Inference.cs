namespace Tare.Records;

/// <summary>A step from pieces of evidence that differ to the one factor that is said to make the difference.</summary>
/// <param name="From">The evidence compared, at least 2.</param>
/// <param name="Attributes">The factor that gets the credit.</param>
public sealed record Inference(ValueList<string> From, string Attributes);
