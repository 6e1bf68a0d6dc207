using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Inspect's logs as evidence: for each log the share that its first scorer states, with the harness that its solver names.</summary>
public sealed class InspectImporter : IEvidenceImporter
{
    /// <summary>Half a unit in the last digit that Inspect prints: a mean computed again may differ from the stated one by no more than rounding.</summary>
    private const double SameShare = 1e-9;

    /// <inheritdoc/>
    public string Format => "inspect";

    /// <inheritdoc/>
    public string Description => "a log of Inspect (.eval or .json), or a folder of them";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) => InspectLogs.Recognises(source);

    /// <inheritdoc/>
    public ImportResult Read(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var read = InspectLogs.Read(source);
        var tally = new Tally();
        var builder = new EvidenceBuilder();
        var identities = new Identities(builder, tally);
        var seen = new HashSet<(string Model, string Benchmark)>();
        foreach (
            var log in read.Logs.OrderByDescending(l => l.Created, StringComparer.Ordinal).ThenBy(l => l.Place, StringComparer.Ordinal)
        )
        {
            Add(log, builder, identities, seen, tally);
        }

        return new ImportResult(
            builder.Build(
                source.ShortName,
                [],
                ["Imported from logs of Inspect. The shares are raw: no chance level was removed, since the logs state none."]
            ),
            [.. read.NotKept, .. tally.ToList()]
        );
    }

    private static void Add(
        InspectLog log,
        EvidenceBuilder builder,
        Identities identities,
        HashSet<(string Model, string Benchmark)> seen,
        Tally tally
    )
    {
        CountLosses(log, tally);
        if (Share(log, tally) is not { } share)
        {
            return;
        }

        var name = NameOf(log.Model);
        var model = identities.Model(name, log.Place, id => new LanguageModel { Id = id, Name = name });
        var benchmark = identities.Benchmark(log.Task, log.Place, id => new Benchmark { Id = id, Name = log.Task });
        if (!seen.Add((model, benchmark)))
        {
            tally.Add(
                "further logs of one model on one task",
                "evidence holds one score for each pair: the newest log's",
                $"{Path.GetFileName(log.Place)} ({log.Harness.Name})"
            );
            return;
        }

        builder.Add(
            new Score(model, benchmark, share.Value)
            {
                StandardError = share.StandardError,
                HarnessId = log.Harness.Id,
                Note = Remark(log, share),
            },
            log.Place
        );
    }

    /// <summary>The share that the log states; where it was cut before it stated any, the mean over the samples that it holds.</summary>
    private static (string Scorer, double Value, double? StandardError)? Share(InspectLog log, Tally tally)
    {
        var file = Path.GetFileName(log.Place);
        if (log.Stated.FirstOrDefault(s => s.Share is not null) is { } stated)
        {
            if (stated.Share is < 0 or > 1)
            {
                tally.Add("logs whose scorer states no share in [0, 1]", "not in the evidence", $"{file}: {stated.Name}");
                return null;
            }

            if (MeanOf(log, stated.Name) is { } mean && Math.Abs(mean - stated.Share!.Value) > SameShare)
            {
                tally.Add(
                    "logs whose samples do not give the share that they state",
                    "the stated share is kept",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{file}: states {stated.Share:0.####}, its {Plural.Of(log.Samples.Count, "sample")} {(log.Samples.Count == 1 ? "gives" : "give")} {mean:0.####}"
                    )
                );
            }

            return (stated.Name, stated.Share!.Value, stated.StandardError);
        }

        if (log.Scorers.Select(s => (Scorer: s, Mean: MeanOf(log, s))).FirstOrDefault(s => s.Mean is not null) is { Mean: { } own } found)
        {
            tally.Add("logs that state no share", "the mean over their scored samples is taken, without a standard error", file);
            return (found.Scorer, own, null);
        }

        tally.Add("logs without any score", "not in the evidence", file);
        return null;
    }

    /// <summary>The mean over samples of the mean over epochs, of the scored attempts; <see langword="null"/> where there is none.</summary>
    private static double? MeanOf(InspectLog log, string scorer)
    {
        var means = log
            .Samples.Where(s => s.Scores.GetValueOrDefault(scorer) is Outcome.Scored)
            .GroupBy(s => s.Id, StringComparer.Ordinal)
            .Select(g => g.Average(s => ((Outcome.Scored)s.Scores[scorer]).Value))
            .ToList();
        return means.Count == 0 ? null : means.Average();
    }

    private static void CountLosses(InspectLog log, Tally tally)
    {
        var file = Path.GetFileName(log.Place);
        if (log.Interrupted)
        {
            tally.Add("logs that were never finished", "read from their own journal", file);
        }

        if (log.Scorers.Count > 1)
        {
            tally.Add("further scorers", "the evidence takes the first", $"{file}: {string.Join(", ", log.Scorers.Skip(1))}");
        }

        foreach (var sample in log.Samples.Where(s => s.Error is not null && s.Scores.Count == 0))
        {
            tally.Add(
                $"samples that ended in an error of the {KebabCase.Of(sample.Error!.Cause)} and have no score",
                "kept as missing, not as failed",
                $"{file}: {sample.Id}, {sample.Error.Message}"
            );
        }

        if (log.Planned is { } planned && planned > log.Samples.Count)
        {
            tally.Add(
                "logs that hold fewer samples than they state",
                "what is not in the file is missing",
                string.Create(CultureInfo.InvariantCulture, $"{file}: {log.Samples.Count:N0} of {planned:N0}")
            );
        }

        tally.Add("messages, events, stores and attachments", "they stay in the log", file);
    }

    private static string Remark(InspectLog log, (string Scorer, double Value, double? StandardError) share)
    {
        var count = log.Completed is { } completed
            ? $"{completed.ToString("N0", CultureInfo.InvariantCulture)} of {log.Planned?.ToString("N0", CultureInfo.InvariantCulture) ?? "?"} samples"
            : Plural.Of(log.Samples.Count, "sample");
        return $"Inspect, {log.Harness.Name}, scorer {share.Scorer}, {count}, {log.Status}";
    }

    /// <summary>The model without Inspect's provider, which is everything before the first slash.</summary>
    private static string NameOf(string model) =>
        model.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? model[(slash + 1)..] : model;
}
