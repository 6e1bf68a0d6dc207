using Tare.Analysis;
using Tare.Records;

namespace Tare.Web.Figures;

/// <summary>Every model's ability, with the published index beside it.</summary>
internal static class ModelsFigure
{
    public static Figure Of(Report report, string version)
    {
        var table = report.Index.Abilities;
        var models = report.Evidence.Models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var elo = report.CaisiLike.Abilities.Rows.ToDictionary(r => r.Id, r => r.Value, StringComparer.Ordinal);
        var finding = Finding(report);
        var level = Words.Level(table.Level);
        return new Figure
        {
            Id = "models",
            Title = "All models",
            Question = "How able is each model by this evidence, and what does the publisher of the index say?",
            Finding = finding,
            Columns =
            [
                new("model", "Model"),
                new("id", "Identifier") { OnPage = false },
                new("developer", "Developer"),
                new("country", "Country"),
                new("weights", "Weights"),
                new("release_date", "Released", ColumnKind.Date),
                new("ability", table.Unit, ColumnKind.Number, 1),
                new("ability_lower", $"{level} interval", ColumnKind.Lower, 1),
                new("ability_upper", "", ColumnKind.Upper, 1),
                new("published_index", $"Published {table.Unit}", ColumnKind.Number, 1),
                new("caisi_like_elo", $"CAISI-like {report.CaisiLike.Abilities.Unit}", ColumnKind.Number, 0),
                new("scores", "Scores", ColumnKind.Number),
            ],
            Rows =
            [
                .. table
                    .Rows.OrderByDescending(r => r.Value)
                    .ThenBy(r => r.Id, StringComparer.Ordinal)
                    .Select(r => Row(r, models.GetValueOrDefault(r.Id), elo, report.PublishedIndex)),
            ],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains = table.Contains,
            Denominator = Denominator.Of(report.Index),
            Notes =
            [
                "The published index rests on more benchmarks than may be redistributed here, so the two columns differ; it is the best version of a model, where several were published.",
                "\"fixed\" marks the anchors of the scale: their values hold by definition and have no interval.",
            ],
            Fits = [report.Index, report.CaisiLike],
        };
    }

    private static string Finding(Report report)
    {
        var table = report.Index.Abilities;
        var top = table.Rows.OrderByDescending(r => r.Value).ThenBy(r => r.Id, StringComparer.Ordinal).First();
        var published = report.PublishedIndex.TryGetValue(top.Id, out var p)
            ? $"its published index is {Words.Fixed(p, 1)}"
            : "its published index is unknown";
        return $"The most able of {Words.Count(table.Rows.Count, "model")} is {top.Name} at {Words.Ability(top, table, 1)}; {published}.";
    }

    private static IReadOnlyList<FigureCell> Row(
        AbilityRow row,
        LanguageModel? model,
        Dictionary<string, double> elo,
        IReadOnlyDictionary<string, double> published
    ) =>
        [
            FigureCell.Of(row.Name),
            FigureCell.Of(row.Id),
            FigureCell.Of(model?.Developer),
            FigureCell.Of(model?.Country),
            FigureCell.Of(model is null ? null : Words.Kebab(model.Weights.ToString())),
            FigureCell.Of(row.Date),
            FigureCell.Of(row.Value),
            FigureCell.Or(row.Lower, "fixed"),
            FigureCell.Or(row.Upper, "fixed"),
            FigureCell.Of(published.TryGetValue(row.Id, out var p) ? p : (double?)null),
            FigureCell.Of(elo.TryGetValue(row.Id, out var e) ? e : (double?)null),
            FigureCell.Of((double)row.Observations),
        ];
}
