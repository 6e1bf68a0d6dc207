namespace Tare.Records;

/// <summary>A model of a plan.</summary>
/// <param name="Label">Its name in this run: letters, digits, <c>.</c>, <c>_</c>, <c>-</c>.</param>
/// <param name="Address">
/// Where it answers: <c>openai:NAME</c>, <c>anthropic:NAME</c>, <c>URL#NAME</c>, <c>sim:ability=0.5</c> or <c>scripted:FILE</c>. Never a key.
/// </param>
public sealed record PlannedModel(string Label, string Address)
{
    /// <summary>How it is asked.</summary>
    public ModelConfiguration Configuration { get; init; } = new();
}
