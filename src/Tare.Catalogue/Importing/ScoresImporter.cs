using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>A plain long table: <c>model,benchmark,score[,standard_error][,harness][,release_date][,weights][,country]</c>.</summary>
public sealed class ScoresImporter : IEvidenceImporter
{
    private static readonly string[] s_columns =
    [
        "model",
        "benchmark",
        "score",
        "standard_error",
        "harness",
        "release_date",
        "weights",
        "country",
    ];

    /// <inheritdoc/>
    public string Format => "scores";

    /// <inheritdoc/>
    public string Description => "a CSV table model,benchmark,score with optional standard_error, harness, release_date, weights, country";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) => HeaderProbe.HasColumns(source, "model", "benchmark");

    /// <inheritdoc/>
    public ImportResult Read(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var tally = new Tally();
        var builder = new EvidenceBuilder();
        var identities = new Identities(builder, tally);
        using var table = CsvTable.Open(source.Open(), source.Name, "model", "benchmark", "score");
        var stated = new StatedFacts();
        foreach (var row in table.Rows())
        {
            stated.Add(row);
            var model = identities.Model(
                row.Text("model"),
                row.Where,
                id => Unknown(id, row),
                known => Stated(known, row, tally, source.ShortName)
            );
            var benchmark = identities.Benchmark(
                row.Text("benchmark"),
                row.Where,
                id => new Benchmark { Id = id, Name = row.Text("benchmark") }
            );
            var score = new Score(model, benchmark, row.Share("score"))
            {
                StandardError = row.OptionalShare("standard_error"),
                HarnessId = row.Optional("harness") is { } harness ? Slug.Of(harness) : "unknown",
            };
            builder.Add(score, $"{row.Where}, column 'score'");
        }

        var dropped = table.Header.Except(s_columns, StringComparer.Ordinal).ToList();
        if (dropped.Count > 0)
        {
            tally.Add("columns", $"not used: {string.Join(", ", dropped)}", null);
        }

        return new ImportResult(
            builder.Build(source.ShortName, [], ["Imported from a table of scores; terms of use are those of its sources."]),
            tally.ToList()
        );
    }

    private static LanguageModel Unknown(string id, CsvRow row)
    {
        var weights = row.OptionalChoice<Weights>("weights") ?? Weights.Unknown;
        return new LanguageModel
        {
            Id = id,
            Name = row.Text("model"),
            Country = row.OptionalCountry("country"),
            Weights = weights,
            Terms = weights == Weights.Closed ? LicenceTerms.Closed : LicenceTerms.Unknown,
            ReleaseDates = row.OptionalDate("release_date") is { } date
                ? [new ReleaseDate(date, ReleaseDateKind.Listed, "stated in the table")]
                : [],
        };
    }

    /// <summary>Curated facts stay in force; what the table says otherwise is kept behind them where it is a date, and listed.</summary>
    private static LanguageModel Stated(LanguageModel model, CsvRow row, Tally tally, string source)
    {
        const string Reason = "the curated fact stays in force";
        if (row.OptionalChoice<Weights>("weights") is { } weights && weights != model.Weights)
        {
            tally.Add("weights that differ from the curated ones", Reason, $"{model.Id}: {KebabCase.Of(weights)}");
        }

        if (row.OptionalCountry("country") is { } country && country != model.Country)
        {
            tally.Add("countries that differ from the curated ones", Reason, $"{model.Id}: {country}");
        }

        if (row.OptionalDate("release_date") is not { } date || model.ReleaseDates.Any(d => d.Date == date))
        {
            return model;
        }

        tally.Add(
            "release dates that differ from the curated ones",
            $"{Reason}; the table's is kept behind it",
            $"{model.Id}: {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        );
        return model with { ReleaseDates = [.. model.ReleaseDates, new ReleaseDate(date, ReleaseDateKind.Listed, source)] };
    }
}
