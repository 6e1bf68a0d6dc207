using Tare.Harnesses;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Runs one attempt at a time from a fresh sandbox to its entry in the journal. Safe for several threads.</summary>
/// <param name="folder">The run.</param>
/// <param name="services">What it needs.</param>
/// <param name="models">The opened models by label.</param>
/// <param name="recorder">Takes the entries.</param>
internal sealed class AttemptRunner(
    RunFolder folder,
    RunServices services,
    IReadOnlyDictionary<string, IModelProvider> models,
    RunRecorder recorder
)
{
    private readonly TaskVerifier _verifier = new();
    private readonly Dictionary<string, EvalTask> _tasks = folder.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedModel> _planned = folder.Plan.Models.ToDictionary(m => m.Label, StringComparer.Ordinal);

    /// <summary>Runs an attempt. A cancellation leaves it open.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    /// <exception cref="InputException">The run cannot go on.</exception>
    public async Task RunAsync(AttemptKey key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (starts, isOpen, answers) = recorder.Read(s => (s.StartsOf(key), s.IsOpen(key), s.TakeAnswers(key)));
        var files = new AttemptFiles(folder.AttemptFolder(key));
        if (starts > 0 && !isOpen)
        {
            files.KeepEarlier(starts);
        }

        await recorder.AppendAsync(new JournalEntry.AttemptStarted(recorder.Now, key, starts + 1, Replays: answers.Count > 0));
        var model = _planned[key.Model];
        var context = new AttemptContext(key, folder.Plan.Seed)
        {
            SimulatedDifficulty = _tasks[key.Item].SimulatedDifficulty,
            SolutionFolder = _tasks[key.Item].SolutionFolder,
        };
        var prices = new CallPrices(services.Prices, model);
        var client = new JournallingClient(models[key.Model].Open(context), key, answers, recorder, prices);
        AttemptResult result;
        try
        {
            result = await ExecuteAsync(key, client, prices, files, cancel);
        }
        finally
        {
            await client.CloseAsync();
        }

        await recorder.AppendAsync(new JournalEntry.AttemptFinished(recorder.Now, key, Spent(result, client)));
    }

    // Counted where the answers go through, not as the harness reports: also where it broke, or gave up before an answer came.
    private AttemptResult Spent(AttemptResult result, JournallingClient client) =>
        result with
        {
            Usage = client.Usage,
            Turns = client.Answers,
            CallsWithoutUsage = client.WithoutUsage,
            OvershootTokens = Math.Max(0, client.Usage.Total - (folder.Plan.Budget.Tokens ?? client.Usage.Total)),
            CostUsd = client.CostUsd,
        };

    private async Task<AttemptResult> ExecuteAsync(
        AttemptKey key,
        JournallingClient client,
        CallPrices prices,
        AttemptFiles files,
        CancellationToken cancel
    )
    {
        var task = _tasks[key.Item];
        try
        {
            using var sandbox = TaskEnvironment.Open(task, services.OpenSandbox, folder.Plan.Isolation);
            var missing = await _verifier.MissingToolsAsync(task, sandbox, cancel);
            if (missing.Count > 0)
            {
                return Without(MissingCause.Sandbox, $"the sandbox lacks {string.Join(", ", missing)}");
            }

            var report = await DriveAsync(Job(key, task, client, prices, sandbox), key, files, cancel);
            if (report is null)
            {
                return Without(MissingCause.Agent, "the harness broke; see fault.txt in the attempt's folder");
            }

            var verification = await _verifier.RunAsync(task, sandbox, cancel);
            files.Write(
                ("transcript.json", TranscriptJson.Write(report.Transcript)),
                ("transcript.txt", TranscriptText.Render(report.Transcript)),
                ("verifier.txt", verification.Log)
            );
            return Result(report, verification, task);
        }
        catch (SandboxException e)
        {
            cancel.ThrowIfCancellationRequested();
            return Without(MissingCause.Sandbox, OneLine(e.Message));
        }
    }

    // Null where the harness broke: what it threw goes into the attempt's folder, and only its kind into anything that is published.
    private async Task<AgentReport?> DriveAsync(AgentJob job, AttemptKey key, AttemptFiles files, CancellationToken cancel)
    {
        try
        {
            return await services.Harnesses[key.Harness].RunAsync(job, cancel);
        }
        catch (Exception e) when (e is not (InputException or SandboxException) && !cancel.IsCancellationRequested)
        {
            files.Write(("fault.txt", e + "\n"));
            return null;
        }
    }

    private AgentJob Job(AttemptKey key, EvalTask task, IModelClient client, CallPrices prices, ISandbox sandbox)
    {
        var budget = folder.Plan.Budget;
        var limit = task.Limits.Agent.TotalSeconds;
        return new AgentJob
        {
            Instruction = task.Instruction,
            Budget = budget with { Seconds = budget.Seconds is { } seconds ? Math.Min(seconds, limit) : limit },
            Model = client,
            Configuration = _planned[key.Model].Configuration,
            Price = prices.On(recorder.Now),
            Sandbox = sandbox,
            Clock = services.Clock,
        };
    }

    private AttemptResult Result(AgentReport report, Verification verification, EvalTask task)
    {
        var findings = ValidityRules.Find(report.Transcript, task.Canary, folder.Plan.Isolation);
        return new AttemptResult(verification.Raw, ValidityRules.Validate(verification.Raw, report.Error, findings), report.Stop)
        {
            Error = report.Error,
            Seconds = report.Elapsed.TotalSeconds,
            TranscriptDigest = TranscriptDigest.Of(report.Transcript),
            Rewards = verification.Rewards,
            Findings = findings,
        };
    }

    private static AttemptResult Without(MissingCause cause, string reason)
    {
        var missing = new Outcome.Missing(cause, reason);
        return new AttemptResult(missing, missing, StopReason.Fault) { Error = new AttemptError(cause, reason) };
    }

    private static string OneLine(string message) => string.Join("; ", message.Split('\n', StringSplitOptions.TrimEntries));
}
