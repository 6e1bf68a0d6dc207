using Tare.Records;

namespace Tare.Harnesses;

/// <summary>
/// The reference harness <c>bash-loop/1</c>: one tool, a plain loop, the same for every model. Its specification is
/// <c>docs/harnesses/bash-loop-1.md</c>.
/// </summary>
public sealed class BashLoop : IHarness
{
    /// <inheritdoc/>
    public Harness Identity { get; } =
        new(BashLoopSpecification.Id, BashLoopSpecification.Version, HarnessKind.Reference) { Digest = BashLoopSpecification.Digest };

    /// <inheritdoc/>
    public async Task<AgentReport> RunAsync(AgentJob job, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        using var attempt = new BashLoopAttempt(job, cancel);
        return await attempt.RunAsync();
    }
}
