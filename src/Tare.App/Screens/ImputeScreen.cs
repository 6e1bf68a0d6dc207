using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Commands;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare impute</c>.</summary>
internal static class ImputeScreen
{
    public static void Write(Terminal terminal, SubsetImputationResult result, HoldOutStudy? study)
    {
        var console = terminal.Styled();
        var level = Show.Level(study?.Options.Imputation.Level ?? new ImputationOptions().Level);
        console.MarkupLineInterpolated(
            $"[bold]{result.Person}[/]{(result.Benchmark is null ? "" : $" on {result.Benchmark}")}: {Show.Count(result.RunCount)} of {Show.Count(result.ItemCount)} items run, {Show.Count(result.OtherCount)} responses elsewhere; difficulties from {Show.Count(result.ReferenceCount, "other")}"
        );
        var table = Tables.New("filled in by", "score, %", "se", $"{level} interval", "ability", "items", "responses", "error*", "held*");
        Tables.AlignRight(table, 1, 2, 4, 5, 6, 7, 8);
        table.Columns[0].NoWrap();
        foreach (var score in result.Scores)
        {
            var cell = study is null ? null : ImputeWarnings.Cell(study, score.Variant, study.ThirdOf(result.Unevenness));
            Row(table, score, cell);
        }

        console.Write(table);
        console.WriteLine(
            "se and its parts (ability, items, responses) in points. Intervals contain the ability, the others' sample behind the difficulties, and the answers not asked for; not a misfit of the one-parameter curve, nor the harness."
        );
        if (study is not null)
        {
            console.WriteLine(
                $"* tried on {Show.Count(study.Persons)} of {Show.Count(study.CompletePersons)} persons with every item, {Show.Count(study.Options.Repeats)} random parts each of the same size: root mean square error in points, and how often the interval held the truth."
            );
        }
    }

    public static void Write(Terminal terminal, HoldOutStudy study)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated(
            $"[bold]hold-out{(study.Benchmark is null ? "" : $" on {study.Benchmark}")}[/]: {Show.Count(study.ItemCount, "item")}; {Show.Count(study.Persons)} of {Show.Count(study.CompletePersons)} persons with every item, {Show.Count(study.Options.Repeats)} random parts of each size"
        );
        var table = Tables.New("filled in by", "run", "persons", "bias", "±", "own bias", "error", "se", "held");
        Tables.AlignRight(table, 1, 3, 4, 5, 6, 7, 8);
        table.Columns[0].NoWrap();
        foreach (var c in study.Cells)
        {
            Tables.Row(
                table,
                KebabCase.Of(c.Variant),
                $"{Show.Number(100 * c.Share, "0.#")} % ({Show.Count(c.RunCount)})",
                c.Third switch
                {
                    0 => "all",
                    1 => "even",
                    2 => "middle",
                    _ => "uneven",
                },
                Points(c.Bias),
                Points(c.BiasError),
                Points(c.PersonBias),
                Points(c.RootMeanSquare),
                Points(c.MeanStandardError),
                Show.Number(100 * c.Coverage, "F0") + " %"
            );
        }

        console.Write(table);
        console.WriteLine(
            $"Points. Bias: mean error; own bias: spread over persons of each one's mean error; error: root mean square; se: as stated; held: intervals that held the truth, which claim {Show.Level(study.Options.Imputation.Level)}. Thirds by {ImputeWarnings.Measure(study.Unevenness)}, cut at {Show.Number(study.Cuts.Lower, "F2")} and {Show.Number(study.Cuts.Upper, "F2")}."
        );
    }

    private static void Row(Table table, ImputedScore score, HoldOutCell? cell)
    {
        if (score.Score is not Estimate.Known { StandardError: { } error } known)
        {
            Tables.Row(table, KebabCase.Of(score.Variant), "not identified", "", "", "", "", "", "", "");
            return;
        }

        var isPlain = score.Variant == ImputationVariant.PlainMean;
        Tables.Row(
            table,
            KebabCase.Of(score.Variant),
            Points(known.Value),
            Points(error),
            $"[{Points(score.Lower!.Value)}, {Points(score.Upper!.Value)}]",
            isPlain ? "" : Points(Math.Sqrt(score.Variance!.Ability)),
            isPlain ? "" : Points(Math.Sqrt(score.Variance!.Items)),
            isPlain ? "" : Points(Math.Sqrt(score.Variance!.Responses)),
            cell is null ? "" : Points(cell.RootMeanSquare),
            cell is null ? "" : Show.Share(cell.Coverage)
        );
    }

    private static string Points(double share) => Show.Number(100 * share, "F1");
}
