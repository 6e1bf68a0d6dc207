using Tare.Records;

namespace Tare.Runner;

/// <summary>Executes a plan: what has not ended yet. To run and to resume are the same.</summary>
/// <param name="folder">The run.</param>
/// <param name="services">What it needs.</param>
public sealed class PlanRunner(RunFolder folder, RunServices services)
{
    /// <summary>Causes for which an attempt that ended without a score runs again. Default: none.</summary>
    public IReadOnlyList<MissingCause> Retry { get; init; } = [];

    /// <summary>Runs what has not ended. A cancellation leaves attempts that run open; the next call goes on with them.</summary>
    /// <param name="progress">Told of every change.</param>
    /// <param name="cancel">Interrupts the run.</param>
    /// <exception cref="InputException">The run cannot start or go on: another runner, a model, a policy that cannot be kept, a full disk.</exception>
    public Task<RunState> RunAsync(IProgress<RunProgress>? progress = null, CancellationToken cancel = default) =>
        Task.FromException<RunState>(
            new NotSupportedException($"{folder.FullPath} {services.Product} {progress is null} {cancel.IsCancellationRequested}")
        );
}
