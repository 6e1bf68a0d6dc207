using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Inspect logs as sides of a comparison.</summary>
internal static class LogPairing
{
    private const int ShownLogs = 5;

    /// <summary>Two logs of one task.</summary>
    /// <exception cref="InputException">They are of different tasks, or share no scorer.</exception>
    public static Comparison Of(string firstPath, string secondPath, string? wantedScorer)
    {
        var sources = new[] { firstPath, secondPath }.Select(ImportSource.FromPath).ToList();
        var read = sources.ConvertAll(One);
        var (first, second) = (read[0].Logs[0], read[1].Logs[0]);
        if (first.Task != second.Task)
        {
            throw InputException.At(
                second.Place,
                $"a log of the task '{second.Task}'",
                $"the task '{first.Task}', as in {first.Place}",
                "compare two logs of one task; for different tasks use 'tare import' and 'tare fit'"
            );
        }

        var scorer = Scorer(first, second, wantedScorer);
        return new(
            first.Task,
            scorer,
            Side(first, scorer),
            Side(second, scorer),
            Inputs.DigestOf([.. sources.SelectMany(s => s.Files())]),
            [.. read.SelectMany(r => r.NotKept).Select(Inputs.Text).Distinct(StringComparer.Ordinal)]
        );
    }

    /// <summary>One log as a side beside a run.</summary>
    /// <exception cref="InputException">It holds several logs, or not the wanted scorer.</exception>
    public static (ComparedSide Side, string Task, InputDigest Inputs, IReadOnlyList<string> Notes) Of(string path, string? wantedScorer)
    {
        var source = ImportSource.FromPath(path);
        var read = One(source);
        var log = read.Logs[0];
        var side = Side(log, Scorer(log, log, wantedScorer));
        return (side, log.Task, Inputs.DigestOf(source.Files()), [.. read.NotKept.Select(Inputs.Text)]);
    }

    private static InspectRead One(ImportSource source)
    {
        var read = InspectLogs.Read(source);
        return read.Logs.Count == 1
            ? read
            : throw InputException.At(
                source.Name,
                $"{read.Logs.Count} logs",
                "one log on each side",
                "name the files: " + string.Join(", ", read.Logs.Take(ShownLogs).Select(l => l.Place))
            );
    }

    private static ComparedSide Side(InspectLog log, string scorer) =>
        new(
            log.Place,
            log.Model,
            log.Harness.Name,
            log.Budget,
            [.. log.Samples.Select(s => s.Id).Distinct(StringComparer.Ordinal)],
            log.Samples.ToLookup(s => s.Id, s => OutcomeOf(s, scorer), StringComparer.Ordinal)
        );

    /// <summary>A sample without the score is missing, with the cause of its error where it has one.</summary>
    private static Outcome OutcomeOf(InspectSample sample, string scorer) =>
        sample.Scores.TryGetValue(scorer, out var outcome) ? outcome
        : sample.Error is { } error ? new Outcome.Missing(error.Cause, error.Message)
        : new Outcome.Missing(MissingCause.Benchmark, "not scored by this scorer");

    private static string Scorer(InspectLog first, InspectLog second, string? wanted)
    {
        var both = Scorers(first).Intersect(Scorers(second), StringComparer.Ordinal).ToList();
        if (both.Count == 0)
        {
            throw InputException.At(
                second.Place,
                $"samples scored by {List(Scorers(second))}",
                $"a scorer that {first.Place} has too, which has {List(Scorers(first))}",
                "score both logs with one scorer: inspect score"
            );
        }

        return wanted is null ? both[0]
            : both.Contains(wanted, StringComparer.Ordinal) ? wanted
            : throw InputException.At(
                "--scorer",
                $"'{wanted}'",
                $"one that both logs have: {List(both)}",
                NearestNames.NextStep(wanted, both, "take one of them")
            );

        static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
    }

    /// <summary>The scorers of a log's samples, the stated ones first.</summary>
    private static IReadOnlyList<string> Scorers(InspectLog log)
    {
        var scored = log.Samples.SelectMany(s => s.Scores.Keys).ToHashSet(StringComparer.Ordinal);
        return [.. log.Scorers.Where(scored.Contains)];
    }
}
