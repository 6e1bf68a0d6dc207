using Tare.Harnesses;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner.Tests;

/// <summary>A run in a folder of its own, with a model and a sandbox that tests steer.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly JournalSamples.Folder _folder = new();
    private readonly string _tests;

    public TestRun(int items = 3, int attempts = 2, Budget? budget = null, Uri? server = null, string tests = "exit 0\n")
    {
        _tests = tests;
        var planned = Enumerable.Range(1, items).Select(i => Item(FormattableString.Invariant($"pack/item-{i}"))).ToList();
        Folder = RunFolder.Create(
            Path,
            new Plan
            {
                Models = [new PlannedModel("m", $"{server ?? new Uri("http://127.0.0.1:1/v1")}#model-x")],
                Harnesses = ["bash-loop/1"],
                Items = planned,
                Attempts = attempts,
                Budget = budget ?? new Budget(),
                Isolation = server is null ? PlannedIsolation.Strict : PlannedIsolation.None,
            }
        );
    }

    public string Path => _folder["run"];

    public RunFolder Folder { get; private set; }

    /// <summary>Every call that reached the model: attempt and number of the call.</summary>
    public List<(AttemptKey Key, int Call)> Calls { get; } = [];

    /// <summary>Answers a call of an attempt. Default: one command, then done.</summary>
    public Func<AttemptKey, int, Task<ModelAnswer>> Answer { get; set; } =
        (_, call) => Task.FromResult(call == 1 ? Bash("echo x") : Done());

    /// <summary>What a command prints.</summary>
    public Func<string, string> Output { get; set; } = _ => "x\n";

    /// <summary>The reward that the verifier writes, or null where it writes none.</summary>
    public Func<string?> Reward { get; set; } = () => "1";

    public Func<SandboxPolicy, ISandbox>? OpenSandbox { get; set; }

    /// <summary>Opens the model. Default: the one that <see cref="Answer"/> steers.</summary>
    public Func<PlannedModel, IModelProvider>? Models { get; set; }

    public IHarness Harness { get; set; } = new BashLoop();

    public PriceBook Prices { get; set; } = PriceBook.Empty;

    public int Parallel { get; set; } = 1;

    public string Results => File.ReadAllText(System.IO.Path.Combine(Path, "results.csv"));

    public string Journal => System.IO.Path.Combine(Path, "journal");

    public RunServices Services =>
        new()
        {
            Models = Models ?? (_ => new Provider(this)),
            Harnesses = new Dictionary<string, IHarness>(StringComparer.Ordinal) { ["bash-loop/1"] = Harness },
            OpenSandbox = OpenSandbox ?? (policy => new QuietSandbox(policy, c => Output(c), () => Reward())),
            Prices = Prices,
            Product = "tare test",
            Parallel = Parallel,
        };

    public static ModelAnswer Bash(string command) =>
        new("", [new ToolCall("c", "bash", $$"""{"command":"{{command}}"}""")], FinishReason.ToolCalls) { Usage = new TokenUsage(100, 10) };

    public static ModelAnswer Done() => new("DONE", [], FinishReason.Stop) { Usage = new TokenUsage(120, 1) };

    /// <summary>Runs, or goes on, to the end.</summary>
    public Task<RunState> RunAsync(params MissingCause[] retry) => Runner(retry).RunAsync();

    /// <summary>The same, watched.</summary>
    public Task<RunState> WatchedAsync(IProgress<RunProgress> progress) => Runner([]).RunAsync(progress);

    /// <summary>The same until somebody interrupts it.</summary>
    public Task InterruptedAsync(CancellationTokenSource stop) =>
        Should.ThrowAsync<OperationCanceledException>(() => Runner([]).RunAsync(null, stop.Token));

    public void Dispose() => _folder.Dispose();

    private PlanRunner Runner(MissingCause[] retry)
    {
        Folder = RunFolder.Open(Path);
        return new PlanRunner(Folder, Services) { Retry = retry };
    }

    private PlannedItem Item(string id)
    {
        var folder = System.IO.Path.Combine(RunFolder.TasksFolder(Path), id);
        Directory.CreateDirectory(System.IO.Path.Combine(folder, "tests"));
        File.WriteAllText(System.IO.Path.Combine(folder, "task.toml"), "schema_version = \"1.1\"\n");
        File.WriteAllText(System.IO.Path.Combine(folder, "instruction.md"), $"Do {id}.\n");
        File.WriteAllText(System.IO.Path.Combine(folder, "tests", "test.sh"), _tests);
        return new PlannedItem(id, EvalTask.Read(folder, id).Digest);
    }

    private sealed class Provider(TestRun run) : IModelProvider
    {
        public IModelClient Open(AttemptContext context) => new Client(run, context.Key);

        public void Dispose() { }
    }

    private sealed class Client(TestRun run, AttemptKey key) : IModelClient
    {
        public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
        {
            var call = request.Messages.Count(m => m is ModelMessage.FromModel) + 1;
            lock (run.Calls)
            {
                run.Calls.Add((key, call));
            }

            return await run.Answer(key, call).WaitAsync(cancel);
        }
    }
}
