using System.Globalization;
using Tare.Costs;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>Memory and operations of one model beside another, over the length of the context.</summary>
internal static class ServingFigure
{
    private const double Gibi = 1L << 30;
    private const double Giga = 1e9;

    public static Figure Of(CostedModels models, ServingComparison comparison, string version)
    {
        var finding = Finding(models, comparison);
        return new Figure
        {
            Id = "serving-ratio",
            Title = "Memory and operations over the length of the context",
            Question = $"What does {models.Subject.Name} cost to serve, beside {models.Reference.Name}?",
            Finding = finding,
            Charts = [new("serving-ratio", "", CostChart.Ratios(comparison, finding))],
            Columns =
            [
                new("context", "Tokens in the context"),
                new("context_tokens", "Tokens in the context", ColumnKind.Number) { OnPage = false },
                new("cache_ratio_percent", "Cache, %", ColumnKind.Number, 1),
                new("operations_ratio_percent", "Operations a token, %", ColumnKind.Number, 1),
                new("subject_cache_gib", $"Cache of {models.Subject.Name}, GiB", ColumnKind.Number, 2),
                new("reference_cache_gib", $"Cache of {models.Reference.Name}, GiB", ColumnKind.Number, 2),
                new("subject_weighted_gflop", $"Operations of {models.Subject.Name}, weighted GFLOP", ColumnKind.Number, 1),
                new("reference_weighted_gflop", $"Operations of {models.Reference.Name}, weighted GFLOP", ColumnKind.Number, 1),
            ],
            RowHeader = "context",
            Rows = [.. comparison.Points.Select(Row)],
            Cite = $"{finding.TrimEnd('.')}. Worked from layer lists; Tare {version}.",
            IntervalContains = "No intervals: counts from sizes, exact for the layer lists given.",
            Denominator = Denominator.None,
            RestsOn = string.Join("; ", models.Subject.Sources.Concat(models.Reference.Sources).Distinct(StringComparer.Ordinal)),
            Notes =
            [
                .. models.Remarks,
                "A headline ratio is one point of this curve: it holds at its own length of context and at no other.",
                $"Each cache is counted in the format that its developer states: {Format(models.Subject)}; {Format(models.Reference)}. A ratio of different formats mixes architecture and precision.",
                "Operations are weighted by their precision as the developers' reports do; without stated weights each counts once.",
                "Entries that an indexer picks, and windows, are bounded by what the context has.",
                .. models.Subject.Notes.Concat(models.Reference.Notes).Distinct(StringComparer.Ordinal),
            ],
            Fits = [],
        };
    }

    private static string Format(Records.Architecture a) => $"{a.Name} in {a.NativeCache?.Name ?? "BF16"}";

    private static string Finding(CostedModels models, ServingComparison comparison)
    {
        if (comparison.Points.Count == 0)
        {
            return "No length of context was asked for.";
        }

        string At(ServingRatio p) =>
            $"at {Tokens(p.ContextTokens)} tokens {Percent(p.CacheRatio)} of its cache and {Percent(p.FlopRatio)} of its operations a token";
        var (first, last) = (comparison.Points[0], comparison.Points[^1]);
        return $"Beside {models.Reference.Name}, {models.Subject.Name} takes {At(last)}"
            + (comparison.Points.Count > 1 ? $"; {At(first)}." : ".");
    }

    private static string Tokens(long tokens) => tokens.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double? ratio) => ratio is { } r ? $"{Words.Fixed(100 * r, 1)} %" : "an unknown share";

    private static IReadOnlyList<FigureCell> Row(ServingRatio p) =>
        [
            FigureCell.Of(Tokens(p.ContextTokens)),
            FigureCell.Of((double)p.ContextTokens),
            FigureCell.Of(100 * p.CacheRatio),
            FigureCell.Of(100 * p.FlopRatio),
            FigureCell.Of(p.Subject.Cache.TotalBytes / Gibi),
            FigureCell.Of(p.Reference.Cache.TotalBytes / Gibi),
            FigureCell.Of(p.Subject.WeightedFlopsPerToken / Giga),
            FigureCell.Of(p.Reference.WeightedFlopsPerToken / Giga),
        ];
}
