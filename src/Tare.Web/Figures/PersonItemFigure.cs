using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>The person-item map: where persons and items stand on their common scale (Wright and Stone 1979).</summary>
internal static class PersonItemFigure
{
    public static Figure Of(CalibrationReport report, string version)
    {
        var (bins, personsOutside, itemsOutside) = AbilityBin.Of(report);
        var finding = Finding(report);
        return new Figure
        {
            Id = "person-item-map",
            Title = "Person-item map",
            Question = "Are there items where the persons are?",
            Finding = finding,
            Charts = bins.Count == 0 ? [] : [new("person-item-map", "", PersonItemChart.Of(bins, finding))],
            Columns =
            [
                new("stretch", "Logits"),
                new("from_logits", "From", ColumnKind.Number, 2) { OnPage = false },
                new("to_logits", "To", ColumnKind.Number, 2) { OnPage = false },
                new("persons", "Persons", ColumnKind.Number),
                new("items", "Items", ColumnKind.Number),
                new("item_names", "Items, the easiest first"),
            ],
            RowHeader = "stretch",
            Rows = [.. bins.Reverse().Select(Row)],
            Cite = CalibrationFigures.Cite(report, finding, version),
            IntervalContains = "No intervals: each person and item stands at its estimate. " + report.StandardErrors,
            Denominator = Denominator.OfResponses(report.Responses, report.Persons.Count, report.Items.Count),
            Notes =
            [
                $"Persons and items are counted in stretches of a quarter logit; of {Words.Count(report.Persons.Count, "person")} and {Words.Count(report.Items.Count, "item")}, "
                    + $"{Words.Count(personsOutside, "person")} and {Words.Count(itemsOutside, "item")} lie beyond \u00b16 logits and are not drawn, "
                    + $"{Words.Count(report.Persons.Count(p => p.Ability is null), "person")} and {Words.Count(report.Items.Count(i => i.Difficulty is null), "item")} have no place on the scale.",
            ],
            Fits = [],
            Why = CalibrationFigures.Why(report),
        };
    }

    private static string Finding(CalibrationReport report)
    {
        var abilities = report.Persons.Select(p => p.Ability).OfType<double>().ToArray();
        var difficulties = report.Items.Select(i => i.Difficulty).OfType<double>().Order().ToArray();
        if (abilities.Length == 0 || difficulties.Length == 0)
        {
            return "Persons and items cannot be compared: one of the two has no identified place.";
        }

        var above = abilities.Count(a => a > difficulties[^1]);
        var below = abilities.Count(a => a < difficulties[0]);
        return $"Persons stand at {Words.Fixed(abilities.Average(), 2)} logits on average, items at {Words.Fixed(difficulties.Average(), 2)}. "
            + $"Of {Words.Count(abilities.Length, "person")}, {Words.Whole(above)} stand above the hardest item and {Words.Whole(below)} below the easiest.";
    }

    private static IReadOnlyList<FigureCell> Row(AbilityBin bin) =>
        [
            FigureCell.Of(Words.Range(bin.Lower, bin.Upper, 2)),
            FigureCell.Of(bin.Lower),
            FigureCell.Of(bin.Upper),
            FigureCell.Of((double)bin.Persons),
            FigureCell.Of((double)bin.Items.Count),
            bin.Items.Count == 0 ? FigureCell.Of("none") : FigureCell.Of(Names(bin.Items)),
        ];

    /// <summary>The first names, and how many more there are.</summary>
    internal static string Names(IReadOnlyList<string> items, int most = 8) =>
        string.Join(", ", items.Take(most)) + (items.Count > most ? $" and {Words.Whole(items.Count - most)} more" : "");
}
