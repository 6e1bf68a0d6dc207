using Tare.Harnesses;
using Tare.Records;
using Tare.Runner.Journals;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Executes a plan: what has not ended yet. To run and to resume are the same.</summary>
/// <param name="folder">The run.</param>
/// <param name="services">What it needs.</param>
public sealed class PlanRunner(RunFolder folder, RunServices services)
{
    /// <summary>
    /// Causes for which an attempt that ended without a score runs again. Default: none. One that a validity rule voided stays as it is: that was the
    /// model's own doing, and who cheats gets no second chance.
    /// </summary>
    public IReadOnlyList<MissingCause> Retry { get; init; } = [];

    /// <summary>Runs what has not ended. A cancellation leaves attempts that run open; the next call goes on with them.</summary>
    /// <param name="progress">Told of every change.</param>
    /// <param name="cancel">Interrupts the run.</param>
    /// <exception cref="InputException">The run cannot start or go on: another runner, a model, a policy that cannot be kept, a full disk.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted; nothing that ended is lost.</exception>
    public async Task<RunState> RunAsync(IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(services.Parallel, "services.Parallel");
        cancel.ThrowIfCancellationRequested();
        using var held = RunLock.Take(folder.FullPath, Holder());
        var state = new RunStateBuilder { KeepsAnswers = true };
        using var journal = Journal.Open(folder.JournalPath, services.Clock.GetUtcNow(), state.Add);
        state.KeepsAnswers = false;
        var toDo = AttemptOrder.Of(folder.Plan.Keys().Where(k => IsToDo(k, state)), folder.Plan.Seed);
        try
        {
            if (toDo.Count > 0)
            {
                var recorder = new RunRecorder(journal, state, folder.Plan, toDo.Count, services.Clock, progress);
                await RunAsync(toDo, recorder, cancel);
            }
        }
        catch
        {
            // The fault that ended the run says more than that its results cannot be written either.
            TryWriteResults(state);
            throw;
        }

        ResultsFile.Write(folder.ResultsPath, folder.Plan, state.CountedOf);
        return state.Build(folder.Plan, damage: null);
    }

    private void TryWriteResults(RunStateBuilder state)
    {
        try
        {
            ResultsFile.Write(folder.ResultsPath, folder.Plan, state.CountedOf);
        }
        catch (InputException)
        {
            // The next runner writes them from the journal.
        }
    }

    private bool IsToDo(AttemptKey key, RunStateBuilder state) =>
        state.IsOpen(key)
        || state.CountedOf(key) switch
        {
            null => true,
            { Validated: Outcome.Missing missing, Raw: var raw } => Retry.Contains(missing.Cause)
                && raw is not Outcome.Scored { Value: > 0 },
            _ => false,
        };

    private async Task RunAsync(IReadOnlyList<AttemptKey> toDo, RunRecorder recorder, CancellationToken cancel)
    {
        services.Require(folder.Plan);
        CheckPolicy();
        var models = new Dictionary<string, IModelProvider>(StringComparer.Ordinal);
        try
        {
            foreach (var model in folder.Plan.Models)
            {
                CheckPrice(model, recorder.Now);
                models.Add(model.Label, services.Models(model));
            }

            await recorder.AppendAsync(folder.Started(recorder.Now, services, isFirst: recorder.Read(s => s.First) is null));
            var runner = new AttemptRunner(folder, services, models, recorder);
            var options = new ParallelOptions { MaxDegreeOfParallelism = services.Parallel, CancellationToken = cancel };
            await Parallel.ForEachAsync(toDo, options, async (key, either) => await runner.RunAsync(key, either));
        }
        finally
        {
            foreach (var model in models.Values)
            {
                model.Dispose();
            }
        }
    }

    // A policy that cannot be kept stops the run before anything is paid for, not each of its attempts.
    private void CheckPolicy()
    {
        try
        {
            // One of the host's sandboxes and one container, as far as the plan has tasks for them.
            foreach (var task in folder.Tasks.DistinctBy(t => t.Container is null))
            {
                TaskEnvironment.Open(task, services.OpenSandbox, folder.Plan.Isolation).Dispose();
            }
        }
        catch (SandboxException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    private void CheckPrice(PlannedModel model, DateTimeOffset now)
    {
        if (folder.Plan.Budget.CostUsd is not null && new CallPrices(services.Prices, model).On(now) is null)
        {
            throw InputException.At(
                "budget of the plan, cost-usd",
                $"a cost budget for {model.Label} ({model.Address}), whose price is unknown",
                "a price for every model of the plan",
                "add its price to the price book, or give a budget of tokens"
            );
        }
    }

    private string Holder() =>
        FormattableString.Invariant(
            $"process {Environment.ProcessId} on {Environment.MachineName}, {services.Product}, since {services.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC"
        );
}
