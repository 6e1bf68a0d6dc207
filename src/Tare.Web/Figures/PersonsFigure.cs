namespace Tare.Web.Figures;

/// <summary>The persons with their abilities.</summary>
internal static class PersonsFigure
{
    private const int Shown = 200;

    public static Figure Of(CalibrationReport report, string version)
    {
        var ranked = report
            .Persons.OrderByDescending(p => p.Ability ?? double.NegativeInfinity)
            .ThenBy(p => p.Id, StringComparer.Ordinal)
            .Select((Person, k) => (Person, Rank: k + 1))
            .ToArray();
        var shown = CalibrationFigures.Evenly(ranked, Shown);
        var finding = Finding(ranked.Select(r => r.Person).Where(p => p.Ability is not null).ToArray(), report.Persons.Count);
        return new Figure
        {
            Id = "persons",
            Title = "Persons",
            Question = "Where does each person stand?",
            Finding = finding,
            Columns =
            [
                new("person", "Person"),
                new("rank", "Rank", ColumnKind.Number),
                new("ability_logits", "Ability, logits", ColumnKind.Number, 3),
                new("standard_error_logits", "SE", ColumnKind.Number, 3),
                new("responses", "Responses", ColumnKind.Number),
            ],
            RowHeader = "person",
            Rows =
            [
                .. shown.Select(r =>
                    (IReadOnlyList<FigureCell>)
                        [
                            FigureCell.Of(r.Person.Id),
                            FigureCell.Of((double)r.Rank),
                            FigureCell.Or(r.Person.Ability, "not identified"),
                            FigureCell.Or(r.Person.StandardError, "none"),
                            FigureCell.Of((double)r.Person.Responses),
                        ]
                ),
            ],
            Cite = CalibrationFigures.Cite(report, finding, version),
            IntervalContains =
                "The standard error of a person contains the sampling of that person's answers, the items' parameters held fixed; it is no interval for a rank.",
            Denominator = Denominator.OfResponses(report.Responses, report.Persons.Count, report.Items.Count),
            Notes =
                shown.Count < ranked.Length
                    ?
                    [
                        $"{Words.Whole(shown.Count)} of {Words.Count(ranked.Length, "person")}, evenly by rank, the first and the last among them; persons.csv beside this page has all.",
                    ]
                    : [],
            Fits = [],
            Why = CalibrationFigures.Why(report),
        };
    }

    private static string Finding(CalibrationPerson[] known, int all) =>
        known.Length == 0
            ? $"None of {Words.Count(all, "person")} has an identified ability."
            : $"Of {Words.Count(all, "person")}, {known[0].Id} stands highest at {Words.Fixed(known[0].Ability!.Value, 2)} logits{Error(known[0])}, "
                + $"{known[^1].Id} lowest at {Words.Fixed(known[^1].Ability!.Value, 2)}{Error(known[^1])}.";

    private static string Error(CalibrationPerson person) => person.StandardError is { } s ? $" (standard error {Words.Fixed(s, 2)})" : "";
}
