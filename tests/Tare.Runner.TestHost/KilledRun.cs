using Tare.Harnesses;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner.TestHost;

/// <summary>A run of small tasks with a model whose calls are counted in a file, which outlives the process.</summary>
public static class KilledRun
{
    /// <summary>What the run needs.</summary>
    /// <param name="calls">The file that gets a line before each answer.</param>
    /// <param name="parallel">Attempts at one time.</param>
    public static RunServices Services(string calls, int parallel)
    {
        var harness = new BashLoop();
        return new RunServices
        {
            Models = _ => new CountedModel(calls),
            Harnesses = new Dictionary<string, IHarness>(StringComparer.Ordinal) { [harness.Identity.Name] = harness },
            OpenSandbox = ProcessSandbox.Open,
            Product = "tare test",
            Parallel = parallel,
        };
    }

    /// <summary>Makes the run folder: one model, some items, some attempts at each.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="items">Number of items.</param>
    /// <param name="attempts">Attempts at each item.</param>
    public static RunFolder Create(string path, int items, int attempts)
    {
        var planned = new List<PlannedItem>();
        for (var i = 0; i < items; i++)
        {
            var id = FormattableString.Invariant($"killed/item-{i:00}");
            var folder = Path.Combine(RunFolder.TasksFolder(path), id);
            Directory.CreateDirectory(Path.Combine(folder, "tests"));
            File.WriteAllText(Path.Combine(folder, "task.toml"), "schema_version = \"1.1\"\n");
            File.WriteAllText(
                Path.Combine(folder, "instruction.md"),
                FormattableString.Invariant($"Write the lines one and two into result. Item {i}.\n")
            );
            // Scores the share of two lines that are there, so that the results differ between attempts.
            File.WriteAllText(
                Path.Combine(folder, "tests", "test.sh"),
                "n=$(grep -c -x -e one -e two result); [ \"$n\" = 2 ] && echo 1 > \"$TARE_VERIFIER/reward.txt\" || echo 0.5 > \"$TARE_VERIFIER/reward.txt\"\n"
            );
            planned.Add(new PlannedItem(id, EvalTask.Read(folder, id).Digest));
        }

        return RunFolder.Create(
            path,
            new Plan
            {
                Models = [new PlannedModel("counted", "http://127.0.0.1:1/v1#counted")],
                Harnesses = ["bash-loop/1"],
                Items = planned,
                Attempts = attempts,
                Isolation = PlannedIsolation.None,
                Budget = new Budget { Tokens = 100_000 },
                Seed = "killed",
            }
        );
    }
}
