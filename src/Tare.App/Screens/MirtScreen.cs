using Spectre.Console;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The coefficient table of <c>tare calibrate --layout mirt</c>: a1, d, g, u.</summary>
internal static class MirtScreen
{
    private const int Shown = 40;

    public static void Write(Terminal terminal, ItemCalibration fit)
    {
        var console = terminal.Styled();
        console.WriteLine(
            $"{KebabCase.Of(fit.Options.Model)}, mirt's layout: logit(P) = a1 theta + d, d = -a1 b, lower asymptote g, upper asymptote u."
        );
        var table = Tables.New("item", "a1", "d", "g", "u", "se(a1)", "se(d)");
        Tables.AlignRight(table, 1, 2, 3, 4, 5, 6);
        foreach (var i in fit.Items.Take(Shown))
        {
            Tables.Row(
                table,
                i.Id,
                Value(i.Discrimination),
                Value(i.Intercept),
                Value(i.Guessing),
                i.Parameters is null ? "" : "1",
                Error(i.Discrimination),
                Error(i.Intercept)
            );
        }

        if (fit.Items.Count > Shown)
        {
            table.Caption($"{Shown} of {Show.Count(fit.Items.Count)} items; --out DIR writes all to items.csv.");
        }

        console.Write(table);
    }

    private static string Value(Estimate e) => e is Estimate.Known k ? Show.Number(k.Value, "F3") : "not identified";

    private static string Error(Estimate e) => e is Estimate.Known { StandardError: { } s } ? Show.Number(s, "F3") : "";
}
