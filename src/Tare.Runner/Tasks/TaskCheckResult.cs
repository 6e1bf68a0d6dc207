namespace Tare.Runner;

/// <summary>What <see cref="TaskCheck"/> found out about a task.</summary>
/// <param name="Task">The task.</param>
/// <param name="MissingTools">Programs that the sandbox lacks; nothing was tried where there are any.</param>
/// <param name="Agents">The agents that were tried, in order.</param>
/// <param name="Remarks">What is not wrong and not good either, such as a task without a canary.</param>
/// <param name="Elapsed">Time of everything together.</param>
public sealed record TaskCheckResult(
    EvalTask Task,
    IReadOnlyList<string> MissingTools,
    IReadOnlyList<CheckedAgent> Agents,
    IReadOnlyList<string> Remarks,
    TimeSpan Elapsed
)
{
    /// <summary>The oracle scores 1, doing nothing scores 0, no cheat scores. False also where nothing could be tried.</summary>
    public bool Holds => MissingTools.Count == 0 && Agents.All(a => a.Problem is null);

    /// <summary>The agent of a name, or <see langword="null"/> where it was not tried.</summary>
    /// <param name="name">The name.</param>
    public CheckedAgent? Agent(string name) => Agents.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.Ordinal));
}
