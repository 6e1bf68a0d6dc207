using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>What a person must know before citing an imputed score, from the hold-out study of the others.</summary>
internal static class ImputeWarnings
{
    /// <summary>Two points: what the debate calls a difference between models.</summary>
    private const double LargeError = 0.02;

    /// <summary>Intervals that hold the truth this much less often than they say are called too narrow.</summary>
    private const double CoverageLoss = 0.05;

    public static IReadOnlyList<string> Of(SubsetImputationResult result, HoldOutStudy? study)
    {
        var warnings = new List<string>(
            result
                .Scores.Where(s => s.Score is Estimate.NotIdentified)
                .Select(s => $"{KebabCase.Of(s.Variant)}: {((Estimate.NotIdentified)s.Score).Reason}")
        );
        if (result.ConstantCount > 0)
        {
            warnings.Add(
                $"{Show.Count(result.ConstantCount, "item")} not run were solved by all others or by none: predicted by that share, whatever the ability"
            );
        }

        if (study is null)
        {
            if (result.RunCount < result.ItemCount)
            {
                warnings.Add(
                    "fewer than four others have every item, so how far such scores are off could not be tried; the standard errors are the model's own"
                );
            }

            return warnings;
        }

        var third = study.ThirdOf(result.Unevenness);
        foreach (var score in result.Scores.Where(s => s.Score is Estimate.Known))
        {
            if (Cell(study, score.Variant, third) is { } cell)
            {
                Add(warnings, cell, study.Options.Imputation.Level);
            }
        }

        if (third == 3)
        {
            warnings.Add(
                $"{result.Person} is among the most uneven third ({Measure(study.Unevenness)} {Show.Number(result.Unevenness!.Value, "F2")}, above {Show.Number(study.Cuts.Upper, "F2")})"
            );
        }

        return warnings;
    }

    /// <summary>The cell of the person's third, else of all.</summary>
    public static HoldOutCell? Cell(HoldOutStudy study, ImputationVariant variant, int third) =>
        study.Cells.FirstOrDefault(c => c.Variant == variant && c.Third == third)
        ?? study.Cells.FirstOrDefault(c => c.Variant == variant && c.Third == 0);

    /// <summary>What the measure is called.</summary>
    public static string Measure(UnevennessMeasure measure) =>
        measure == UnevennessMeasure.Infit ? "infit" : "difference of abilities in logits";

    private static void Add(List<string> warnings, HoldOutCell cell, double level)
    {
        var who = cell.Third == 0 ? "held-out persons" : "held-out persons as uneven as this one";
        if (cell.RootMeanSquare > LargeError)
        {
            warnings.Add(
                $"{KebabCase.Of(cell.Variant)}: off by {Show.Number(100 * cell.RootMeanSquare, "F1")} points (root mean square) for {who}; differences of that size mean nothing"
            );
        }

        // Twice the standard error of a share of so few trials may be chance.
        if (cell.Coverage < level - Math.Max(CoverageLoss, 2 * Math.Sqrt(level * (1 - level) / cell.Count)))
        {
            warnings.Add(
                $"{KebabCase.Of(cell.Variant)}: the {Show.Level(level)} intervals held the truth in {Show.Share(cell.Coverage)} of cases for {who}: they are too narrow"
            );
        }
    }
}
