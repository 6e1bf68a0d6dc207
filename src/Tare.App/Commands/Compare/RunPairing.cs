using Tare.App.Cli;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Runs as sides of a comparison.</summary>
internal static class RunPairing
{
    private const int ShownItems = 3;

    /// <summary>Two models, or two harnesses, of one run.</summary>
    /// <param name="path">The run folder.</param>
    /// <param name="wanted"><c>A,B</c>, each <c>LABEL</c> or <c>LABEL@HARNESS</c>; <see langword="null"/> where the run has exactly two sides.</param>
    public static Comparison Of(string path, string? wanted)
    {
        var run = OpenedRun.At(path);
        var sides = Wanted(wanted, run, run);
        return Of(run, sides.First, run, sides.Second);
    }

    /// <summary>A model of one run against a model of another.</summary>
    public static Comparison Of(string firstPath, string secondPath, string? wanted)
    {
        var (first, second) = (OpenedRun.At(firstPath), OpenedRun.At(secondPath));
        var sides = Wanted(wanted, first, second);
        return Of(first, sides.First, second, sides.Second);
    }

    /// <summary>A run and a log, in the order in which they were named.</summary>
    public static Comparison WithLog(string runPath, string logPath, bool runIsFirst, string? wanted, string? scorer)
    {
        var run = OpenedRun.At(runPath);
        var side = Side(run, Only(run, wanted));
        var log = LogPairing.Of(logPath, scorer);
        if (!side.Items.Intersect(log.Side.Items, StringComparer.Ordinal).Any())
        {
            throw InputException.At(
                logPath,
                $"samples such as {string.Join(", ", log.Side.Items.Take(ShownItems))}",
                $"items that {runPath} has too, such as {string.Join(", ", side.Items.Take(ShownItems))}",
                "compare a run with a log of the same tasks: samples and items are paired by name"
            );
        }

        var (first, second) = runIsFirst ? (side, log.Side) : (log.Side, side);
        var files = runIsFirst ? run.Digest.Files.Concat(log.Inputs.Files) : log.Inputs.Files.Concat(run.Digest.Files);
        return new(
            log.Task,
            null,
            first,
            second,
            new InputDigest(null, [.. files]),
            [.. log.Notes, .. run.Warnings, .. Changed(run, side)]
        );
    }

    private static Comparison Of(OpenedRun first, (string Model, string Harness) a, OpenedRun second, (string Model, string Harness) b)
    {
        var same = ReferenceEquals(first, second);
        var (left, right) = (Side(first, a), Side(second, b));
        var packs = left.Items.Concat(right.Items).Select(RunRows.PackOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(
            string.Join(", ", packs),
            null,
            left,
            right,
            same ? first.Digest : new InputDigest(null, [.. first.Digest.Files, .. second.Digest.Files]),
            [
                .. same ? first.Warnings : first.Warnings.Concat(second.Warnings).Distinct(StringComparer.Ordinal),
                .. OtherInstances(first, second),
                .. Changed(first, left),
                .. Changed(second, right),
            ]
        );
    }

    private static ComparedSide Side(OpenedRun run, (string Model, string Harness) side)
    {
        var plan = run.State.Plan;
        var counted = plan
            .Items.SelectMany(i =>
                RunRows.Counted(run.State, side.Model, side.Harness, i.Id).Select(r => (Item: i.Id, Outcome: r.Validated))
            )
            .ToList();
        return new(
            run.Name,
            side.Model,
            side.Harness,
            plan.Budget,
            [.. plan.Items.Select(i => i.Id)],
            counted.ToLookup(c => c.Item, c => c.Outcome, StringComparer.Ordinal)
        )
        {
            NotEnded = plan.Items.Count * plan.Attempts - counted.Count,
        };
    }

    /// <summary>Items of one name whose files differ between two runs: drawn from other seeds, or from other versions of a pack.</summary>
    private static IEnumerable<string> OtherInstances(OpenedRun first, OpenedRun second)
    {
        var digests = first.State.Plan.Items.ToDictionary(i => i.Id, i => i.Digest, StringComparer.Ordinal);
        var other = second.State.Plan.Items.Where(i => digests.TryGetValue(i.Id, out var d) && d != i.Digest).Select(i => i.Id).ToList();
        if (other.Count > 0)
        {
            yield return $"{Show.Count(other.Count, "item")} of the same name with other files in the two runs (another seed or version), for example {string.Join(", ", other.Take(ShownItems))}: paired as the same work, not the same task";
        }
    }

    private static IEnumerable<string> Changed(OpenedRun run, ComparedSide side)
    {
        var changed = run.State.Counted.Count(c =>
            c.Key.Model == side.Model && c.Key.Harness == side.Harness && c.Value.Raw != c.Value.Validated
        );
        if (changed > 0)
        {
            yield return $"validity rules changed {Show.Count(changed, "outcome")} of {side.Model} in {run.Name}; the validated ones are compared";
        }
    }

    private static ((string, string) First, (string, string) Second) Wanted(string? wanted, OpenedRun first, OpenedRun second)
    {
        if (wanted is null && !ReferenceEquals(first, second))
        {
            return (Only(first, null), Only(second, null));
        }

        if (wanted is null)
        {
            return Sides(first) is [var a, var b]
                ? (a, b)
                : throw InputException.At(
                    first.Name,
                    $"{Show.Count(Sides(first).Count, "model")}: {List(first)}",
                    "two of them, or one in each of two runs",
                    "name them: --models A,B"
                );
        }

        return wanted.Split(',', StringSplitOptions.TrimEntries) is [var left, var right]
            ? (Find(left, first), Find(right, second))
            : throw InputException.At("--models", $"'{wanted}'", "two models with a comma between them", $"two of {List(first)}");
    }

    private static (string Model, string Harness) Only(OpenedRun run, string? wanted) =>
        wanted is not null ? Find(wanted, run)
        : Sides(run) is [var only] ? only
        : throw InputException.At(
            run.Name,
            $"{Show.Count(Sides(run).Count, "model")}: {List(run)}",
            "which of them is meant",
            "name one for each run: --models A,B; one alone beside a log"
        );

    private static (string Model, string Harness) Find(string name, OpenedRun run)
    {
        var found = Sides(run).Where(s => name == s.Model || name == $"{s.Model}@{s.Harness}").ToList();
        return found switch
        {
            [var one] => one,
            [] => throw InputException.At(
                "--models",
                $"'{name}'",
                $"one of {List(run)} in {run.Name}",
                NearestNames.NextStep(name, Sides(run).Select(s => s.Model), "take one of them")
            ),
            _ => throw InputException.At(
                "--models",
                $"'{name}', which ran in several harnesses",
                $"one of {string.Join(", ", found.Select(f => $"{f.Model}@{f.Harness}"))}",
                "name the harness too"
            ),
        };
    }

    private static List<(string Model, string Harness)> Sides(OpenedRun run) =>
        [.. run.State.Plan.Models.SelectMany(m => run.State.Plan.Harnesses.Select(h => (m.Label, h)))];

    private static string List(OpenedRun run) =>
        string.Join(", ", Sides(run).Select(s => run.State.Plan.Harnesses.Count == 1 ? s.Model : $"{s.Model}@{s.Harness}"));
}
