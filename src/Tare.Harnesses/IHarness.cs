using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A program that drives a model at a task.</summary>
public interface IHarness
{
    /// <summary>What it is, with version and digest.</summary>
    Harness Identity { get; }

    /// <summary>Works at a task until the agent stops or the budget ends. Faults of model and sandbox are in the report, not thrown.</summary>
    /// <param name="job">The task and the means.</param>
    /// <param name="cancel">Interrupts it; the attempt then does not count and can be resumed.</param>
    Task<AgentReport> RunAsync(AgentJob job, CancellationToken cancel);
}
