namespace Tare.Records;

/// <summary>A model of a plan: what it is called in results, and how it is reached.</summary>
/// <param name="Id">Its name in results, unique in the plan.</param>
/// <param name="Address">As the command line writes it: <c>openai:NAME</c>, <c>anthropic:NAME</c>, <c>URL#MODEL</c>, <c>sim:ability=0.5</c>, <c>scripted:FILE</c>.</param>
public sealed record PlannedModel(string Id, string Address)
{
    /// <summary>How it is asked.</summary>
    public ModelConfiguration Configuration { get; init; } = new();
}
