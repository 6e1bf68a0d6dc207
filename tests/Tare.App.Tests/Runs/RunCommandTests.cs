using System.Text.Json;
using System.Text.RegularExpressions;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>run</c>, <c>resume</c> and <c>status</c> through the command line.</summary>
[Trait("tier", "gate")]
public sealed partial class RunCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_run_says_what_it_found_and_what_to_do_next()
    {
        var result = await TinyTasks.RunAsync(
            _cli,
            "first",
            "weak=sim:ability=-1,strong=sim:ability=3",
            attempts: 2,
            "--analysis",
            "Paired difference of the means, strong minus weak."
        );
        result.Code.ShouldBe(0, result.Error);

        // What a simulated model's packed solution weighs depends on the day's compression; the counts are tested where they are made.
        Approval.Check(Tokens().Replace(result.Out, "#"), "run");
        result.Error.ShouldContain("NO ISOLATION");
        var status = await _cli.RunAsync("status", Run("first"));
        status.Out.ShouldBe(result.Out);
        File.ReadAllText(Path.Combine(Run("first"), "plan.yaml")).ShouldContain("analysis: \"Paired difference");
    }

    [Fact]
    public async Task A_run_over_the_wire_scores_what_the_answers_did()
    {
        // One server, two models: one plays the solution through the tool, the other says that it is done.
        using var server = new ScriptedModelServer(request =>
            request.Model == "idle" || request.Turn > 1 ? ScriptedReply.Say("Done.") : ScriptedReply.Bash(TinyTasks.Solution)
        );
        var result = await TinyTasks.RunAsync(_cli, "wire", $"oracle={server.OpenAI}#oracle,idle={server.OpenAI}#idle");
        result.Code.ShouldBe(0, result.Error);
        var rows = (await Json("status", Run("wire"))).GetProperty("rows").EnumerateArray().ToList();
        rows.ConvertAll(Mean).ShouldBe([1, 0]);
        rows[0].GetProperty("validated").GetProperty("interval").GetProperty("lower").GetDouble().ShouldBeInRange(0.5, 0.7);
        server.Requests.Count.ShouldBe(6 * 3 + 6 * 2);
        foreach (var request in server.Requests)
        {
            request.Messages.ShouldContain(m => m.Text.Contains("the answer to everything", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_unknown_price_is_an_unknown_cost()
    {
        using var server = new ScriptedModelServer(_ => ScriptedReply.Say("Done."));
        TinyTasks.Write(_cli, 1);
        (await TinyTasks.RunAsync(_cli, "priced", $"idle={server.OpenAI}#idle")).Code.ShouldBe(0);
        var status = await Json("status", Run("priced"));
        status.GetProperty("costUsd").ValueKind.ShouldBe(JsonValueKind.Null);
        status.GetProperty("endsWithoutCost").GetInt32().ShouldBe(1);
        status.GetProperty("tokens").GetInt64().ShouldBeGreaterThan(0);
        (await _cli.RunAsync("status", Run("priced"))).Out.ShouldContain("cost unknown");
    }

    [Fact]
    public async Task A_fault_of_the_provider_is_missing_and_can_be_tried_again()
    {
        var refuses = true;
        using var server = new ScriptedModelServer(request =>
            refuses ? ScriptedReply.Failed(401, "no such key")
            : request.Turn > 1 ? ScriptedReply.Say("Done.")
            : ScriptedReply.Bash(TinyTasks.Solution)
        );
        TinyTasks.Write(_cli, 2);
        var first = await TinyTasks.RunAsync(_cli, "faults", $"m={server.OpenAI}#m");
        first.Code.ShouldBe(0, first.Error);
        first.Out.ShouldContain("2 missing (2 provider)");
        first.Out.ShouldContain("--retry provider");
        refuses = false;
        var again = await _cli.RunAsync("resume", Run("faults"));
        again.Out.ShouldContain("2 missing (2 provider)");
        var retried = await _cli.RunAsync("resume", Run("faults"), "--retry", "provider");
        retried.Out.ShouldContain("2 of 2 attempts ended: 2 scored, none missing");
    }

    [Fact]
    public async Task An_interrupted_run_keeps_what_ended_and_goes_on()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var server = new ScriptedModelServer(request =>
        {
            if (request.Number == 8)
            {
                interrupt.Cancel();
            }

            return request.Turn > 1 ? ScriptedReply.Say("Done.") : ScriptedReply.Bash(TinyTasks.Solution);
        });
        var tasks = TinyTasks.Write(_cli, 6);
        string[] command =
        [
            "run",
            "--tasks",
            tasks,
            "--models",
            $"m={server.OpenAI}#m",
            "--isolation",
            "none",
            "--run",
            Run("cut"),
            "--parallel",
            "1",
        ];
        var result = await _cli.RunAsync(120, interrupt.Token, command);
        result.Code.ShouldBe(4);
        result.Error.ShouldContain("tare resume FOLDER/cut goes on");
        var attempts = (await Json("status", Run("cut"))).GetProperty("attempts");
        attempts.GetProperty("scored").GetInt32().ShouldBe(2);
        attempts.GetProperty("running").GetInt32().ShouldBe(1);

        var calls = server.Requests.Count;
        (await _cli.RunAsync("resume", Run("cut"))).Code.ShouldBe(0);
        var after = await Json("status", Run("cut"));
        after.GetProperty("attempts").GetProperty("scored").GetInt32().ShouldBe(6);

        // Three answers an attempt (the work, the end, the end again after a nudge). Of the eight that were asked for, only the last may be asked for twice.
        (server.Requests.Count - calls).ShouldBeInRange(18 - 8, 18 - 7);
    }

    [Fact]
    public async Task A_run_that_runs_says_so_and_offers_no_resume()
    {
        using var go = new ManualResetEventSlim();
        var inside = new TaskCompletionSource();
        using var server = new ScriptedModelServer(_ =>
        {
            inside.TrySetResult();
            go.Wait(TimeSpan.FromMinutes(1));
            return ScriptedReply.Say("Done.");
        });
        var run = TinyTasks.RunAsync(_cli, "busy", $"m={server.OpenAI}#m", 1, "--parallel", "1");
        await inside.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var status = await _cli.RunAsync("status", Run("busy"));
        var holder = (await Json("status", Run("busy"))).GetProperty("runner").GetString();
        go.Set();
        (await run).Out.ShouldContain("6 of 6 attempts ended");

        status.Out.ShouldContain(FormattableString.Invariant($"Runs now: process {Environment.ProcessId} on "));
        status.Out.ShouldNotContain("tare resume");
        holder!.ShouldStartWith(FormattableString.Invariant($"process {Environment.ProcessId} on "));
        (await Json("status", Run("busy"))).GetProperty("runner").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_plan_runs_as_its_document_says()
    {
        TinyTasks.Write(_cli, 2);
        var plan = _cli.Write(
            "plan.yaml",
            $"plan: 1\nmodels:\n  - label: strong\n    address: sim:ability=9\nattempts: 2\nisolation: none\nbudget:\n  turns: 5\ntasks:\n  - {Path.Combine(_cli.Folder, "tiny")}\n"
        );
        (await _cli.RunAsync("run", plan, "--run", Run("planned"))).Out.ShouldContain("4 of 4 attempts ended: 4 scored");

        // A run's own plan, with digests, runs again: the same tasks or none.
        var again = await _cli.RunAsync("run", plan, "--attempts", "3", "--run", Run("other"));
        again.Error.ShouldContain("--attempts: beside the plan");
        Directory.Exists(Run("other")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_index_of_runs_can_be_deleted_and_made_again()
    {
        TinyTasks.Write(_cli, 1);
        (await _cli.RunAsync("status")).Out.ShouldContain("No run is known");
        (await TinyTasks.RunAsync(_cli, "runs/one", "a=sim:ability=9")).Code.ShouldBe(0);
        (await TinyTasks.RunAsync(_cli, "runs/two", "b=sim:ability=-9,c=sim:ability=9")).Code.ShouldBe(0);
        var known = (await _cli.RunAsync("status")).Out;
        known.ShouldContain("FOLDER/runs/one");
        known.ShouldContain("b, c");
        known.ShouldContain("2 of 2");
        known.ShouldContain("2026-11-22 12:00");
        File.Delete(Path.Combine(_cli.Folder, "home", "runs.sqlite"));
        (await _cli.RunAsync("status", "--rebuild", Path.Combine(_cli.Folder, "runs"))).Out.ShouldBe(known);
        (await _cli.RunAsync("status", "--rebuild", Path.Combine(_cli.Folder, "tiny"))).Code.ShouldBe(2);
        (await _cli.RunAsync("status")).Out.ShouldBe(known);

        // A broken index costs a warning, never a run.
        File.WriteAllText(Path.Combine(_cli.Folder, "home", "runs.sqlite"), "no index at all, but a text that is long enough");
        var result = await _cli.RunAsync("status", Run("runs/one"));
        result.Code.ShouldBe(0);
        result.Error.ShouldContain("the index of runs was not kept");
        (await _cli.RunAsync("status")).Code.ShouldBe(2);
    }

    [GeneratedRegex(@"\d[\d.,]*k?(?= +\$0\.00)|(?<=Used: ).*(?=; cost)")]
    private static partial Regex Tokens();

    private static double Mean(JsonElement row) => row.GetProperty("validated").GetProperty("mean").GetDouble();

    private string Run(string name) => Path.Combine(_cli.Folder, name);

    private async Task<JsonElement> Json(params string[] command) => (await _cli.JsonAsync(command)).GetProperty("result");
}
