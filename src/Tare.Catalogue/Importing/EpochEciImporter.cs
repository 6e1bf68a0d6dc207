using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Epoch's <c>eci_benchmarks.csv</c>: the matrix that its index is fitted to, one row a model and benchmark, corrected for chance.</summary>
public sealed class EpochEciImporter : IEvidenceImporter
{
    /// <inheritdoc/>
    public string Format => "epoch-eci";

    /// <inheritdoc/>
    public string Description => "Epoch's eci_benchmarks.csv";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) =>
        HeaderProbe.HasColumns(source, "model", "benchmark", "performance") || HeaderProbe.HasColumns(source, "model_id", "benchmark_id");

    /// <inheritdoc/>
    public ImportResult Read(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var tally = new Tally();
        var builder = new EvidenceBuilder();
        var identities = new Identities(builder, tally);
        using var table = CsvTable.Open(source.Open(), source.Name, "model", "benchmark", "performance");
        foreach (var row in table.Rows())
        {
            var model = identities.Model(row.Text("model"), row.Where, id => Unknown(id, row), known => Dated(known, row, tally));
            var benchmark = identities.Benchmark(row.Text("benchmark"), row.Where, id => Unlisted(id, row));
            builder.Add(
                new Score(model, benchmark, row.Share("performance")) { Note = row.Optional("source") },
                $"{row.Where}, column 'performance'"
            );
        }

        var dropped = table
            .Header.Except(["model", "benchmark", "performance", "date", "benchmark_release_date", "source"], StringComparer.Ordinal)
            .ToList();
        if (dropped.Count > 0)
        {
            tally.Add("columns", $"not used: {string.Join(", ", dropped)}", null);
        }

        var evidence = builder.Build(
            source.ShortName,
            [CuratedData.Source("epoch-2026-08")],
            [
                "Epoch AI's matrix behind its capabilities index, CC BY 4.0; some of the benchmarks have terms of their own.",
                "Scores are corrected for chance; each is the maximum over a model's runs, with whatever harness gave it.",
            ]
        );
        return new ImportResult(evidence, tally.ToList());
    }

    private static LanguageModel Unknown(string id, CsvRow row) =>
        new()
        {
            Id = id,
            Name = row.Text("model"),
            ReleaseDates = row.OptionalDate("date") is { } date ? [new ReleaseDate(date, ReleaseDateKind.Listed, "epoch-2026-08")] : [],
        };

    private static Benchmark Unlisted(string id, CsvRow row) =>
        new()
        {
            Id = id,
            Name = row.Text("benchmark"),
            ReleaseDate = row.OptionalDate("benchmark_release_date"),
        };

    /// <summary>The curated dates stay in force; another date of the file is kept behind them and listed.</summary>
    private static LanguageModel Dated(LanguageModel model, CsvRow row, Tally tally)
    {
        if (row.OptionalDate("date") is not { } date || model.ReleaseDates.Any(d => d.Date == date))
        {
            return model;
        }

        tally.Add(
            "release dates that differ from the curated ones",
            "the curated date stays in force; the file's is kept behind it",
            $"{model.Id}: {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        );
        return model with { ReleaseDates = [.. model.ReleaseDates, new ReleaseDate(date, ReleaseDateKind.Listed, "epoch-2026-08")] };
    }
}
