using Tare.Records;

namespace Tare.Runner;

/// <summary>How an agent of <c>tare task check</c> fared at a task.</summary>
/// <param name="Name">Which agent: <c>oracle</c>, <c>nothing</c>, or a cheat.</param>
/// <param name="Raw">What the verifier found.</param>
/// <param name="Elapsed">Time of sandbox, agent and verifier together.</param>
public sealed record CheckedAgent(string Name, Outcome Raw, TimeSpan Elapsed)
{
    /// <summary>What is wrong with the task, in one line, or <see langword="null"/> where it holds.</summary>
    public string? Problem { get; init; }

    /// <summary>What its author can do.</summary>
    public string? NextStep { get; init; }

    /// <summary>What agent and verifier printed; kept where there is a problem.</summary>
    public string Log { get; init; } = "";

    /// <summary>Whether it is an attempt to get the reward without the work.</summary>
    public bool IsCheat => Name is not (TaskCheck.Oracle or TaskCheck.Nothing);
}
