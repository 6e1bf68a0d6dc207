using System.Diagnostics;
using System.Globalization;
using Tare.Sandboxes;

namespace Tare.Bench;

/// <summary>What a command in a sandbox costs to start, and how many small attempts fit into a minute.</summary>
internal static class SandboxBenchmark
{
    private const int Commands = 200;
    private const int Attempts = 120;
    private const int Parallel = 2;

    private static readonly string[] s_script =
    [
        "mkdir -p src; echo hello >src/a",
        "cat src/a; ls -la",
        "wc -c src/a >result",
        "cat result",
    ];

    internal static async Task<int> RunAsync()
    {
        var host = await SandboxHost.ProbeAsync();
        foreach (var capability in host.Capabilities.All)
        {
            Console.WriteLine($"{capability.Guarantee, -16} {capability.Level, -9} {capability.Evidence}");
        }

        var strict = host.Capabilities.MissingFor(IsolationLevel.Strict).Count == 0;
        var policy = new SandboxPolicy { Isolation = strict ? IsolationLevel.Strict : IsolationLevel.BestEffort };
        using (var sandbox = host.Open(policy))
        {
            await StartCostAsync($"sandbox ({policy.Isolation})", sandbox);
        }

        using (var sandbox = ProcessSandbox.Open(policy with { Isolation = IsolationLevel.BestEffort }))
        {
            await StartCostAsync("process-only sandbox", sandbox);
        }

        await AttemptsAsync(host, policy, Parallel);
        await AttemptsAsync(host, policy, Attempts);
        return 0;
    }

    private static async Task StartCostAsync(string what, ISandbox sandbox)
    {
        var walls = new double[Commands];
        var cpu = TimeSpan.Zero;
        for (var i = -5; i < Commands; i++)
        {
            var result = await sandbox.RunAsync(new SandboxedCommand(["true"]));
            Require(result.End == CommandEnd.Exited && result.ExitCode == 0, result);
            if (i >= 0)
            {
                walls[i] = result.Wall.TotalMilliseconds;
                cpu += result.Cpu;
            }
        }

        Array.Sort(walls);
        Say(
            $"{what}: 'true', wall ms: median {walls[Commands / 2]:0.0}, 90 % {walls[Commands * 9 / 10]:0.0}; CPU ms: {cpu.TotalMilliseconds / Commands:0.0}"
        );
    }

    private static async Task AttemptsAsync(SandboxHost host, SandboxPolicy policy, int attempts)
    {
        var commands = 0L;
        var watch = Stopwatch.StartNew();
        using var process = Process.GetCurrentProcess();
        var own = process.TotalProcessorTime;
        await System.Threading.Tasks.Parallel.ForEachAsync(
            Enumerable.Range(0, attempts),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (_, cancel) =>
            {
                using var sandbox = host.Open(policy);
                foreach (var line in s_script)
                {
                    var result = await sandbox.RunAsync(SandboxedCommand.Bash(line), cancel);
                    Require(result.ExitCode == 0, result);
                    Interlocked.Add(ref commands, result.Cpu.Ticks);
                }

                var verifier = SandboxedCommand.Bash("grep -q '6 src/a' result && echo 1 >/logs/verifier/reward.txt") with
                {
                    Identity = CommandIdentity.Verifier,
                };
                var judged = await sandbox.RunAsync(verifier, cancel);
                Require(judged.ExitCode == 0, judged);
                Interlocked.Add(ref commands, judged.Cpu.Ticks);
                Require(sandbox.ReadFile("/logs/verifier/reward.txt", 10) is not null, "the reward");
            }
        );
        process.Refresh();
        if (attempts != Attempts)
        {
            // The first ones compile the program.
            return;
        }

        var minutes = watch.Elapsed.TotalMinutes;
        var runner = (process.TotalProcessorTime - own).TotalMilliseconds / attempts;
        var inside = TimeSpan.FromTicks(commands).TotalMilliseconds / attempts;
        Say($"{attempts} attempts of {s_script.Length + 1} commands, {Parallel} at a time: {attempts / minutes:0} a minute");
        Say($"CPU ms an attempt: runner {runner:0.0}, commands and their sandboxes {inside:0.0}");
    }

    private static void Require(bool holds, object what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The answer is wrong, so nothing was measured: {what}");
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
