using Tare.Psychometrics;

namespace Tare.App.Calibrations;

/// <summary><c>items.csv</c>: what <see cref="ItemReader"/> reads back without a change in any bit.</summary>
internal static class ItemsCsv
{
    /// <summary>The table of calibrated items.</summary>
    public static string Of(IReadOnlyList<CalibratedItem> items, CoefficientLayout layout) =>
        layout == CoefficientLayout.Mirt ? InMirtLayout(items) : InOwnLayout(items);

    private static string InOwnLayout(IReadOnlyList<CalibratedItem> items)
    {
        using var text = new StringWriter();
        CsvText.Line(
            text,
            "item",
            "difficulty",
            "difficulty_se",
            "discrimination",
            "discrimination_se",
            "guessing",
            "guessing_se",
            "intercept",
            "intercept_se",
            "reason"
        );
        foreach (var i in items)
        {
            CsvText.Line(
                text,
                i.Id,
                Value(i.Difficulty),
                Error(i.Difficulty),
                Value(i.Discrimination),
                Error(i.Discrimination),
                Value(i.Guessing),
                Error(i.Guessing),
                Value(i.Intercept),
                Error(i.Intercept),
                (i.Difficulty as Estimate.NotIdentified)?.Reason ?? ""
            );
        }

        return text.ToString();
    }

    /// <summary>The table in mirt's layout: a1, d = -a b, g, u.</summary>
    private static string InMirtLayout(IReadOnlyList<CalibratedItem> items)
    {
        using var text = new StringWriter();
        CsvText.Line(text, "item", "a1", "d", "g", "u", "a1_se", "d_se", "g_se");
        foreach (var i in items)
        {
            CsvText.Line(
                text,
                i.Id,
                Value(i.Discrimination),
                Value(i.Intercept),
                Value(i.Guessing),
                i.Parameters is null ? "" : "1",
                Error(i.Discrimination),
                Error(i.Intercept),
                Error(i.Guessing)
            );
        }

        return text.ToString();
    }

    /// <summary>The table of known items.</summary>
    public static string Of(IEnumerable<BankItem> items)
    {
        using var text = new StringWriter();
        CsvText.Line(text, "item", "difficulty", "discrimination", "guessing", "intercept");
        foreach (var (id, parameters, _) in items)
        {
            CsvText.Line(
                text,
                id,
                CsvText.Number((-parameters.Intercept / parameters.Discrimination) + 0.0),
                CsvText.Number(parameters.Discrimination),
                CsvText.Number(parameters.Guessing),
                CsvText.Number(parameters.Intercept)
            );
        }

        return text.ToString();
    }

    private static string Value(Estimate e) => CsvText.Number((e as Estimate.Known)?.Value);

    private static string Error(Estimate e) => CsvText.Number((e as Estimate.Known)?.StandardError);
}
