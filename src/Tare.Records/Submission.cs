namespace Tare.Records;

/// <summary>What stands behind one row of a leaderboard with results task by task: a model in a harness.</summary>
/// <param name="Id">The leaderboard's own name of the row.</param>
/// <param name="Harness">The harness.</param>
public sealed record Submission(string Id, string Harness)
{
    /// <summary>The model, in the leaderboard's words; <see langword="null"/> where several models work together.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the model's weights can be downloaded; unknown where several models work together.</summary>
    public Weights Weights { get; init; }

    /// <summary>Whose harness it is, for this model; <see langword="null"/> where several models work together.</summary>
    public HarnessKind? Kind { get; init; }
}
