using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare uncertainty</c>.</summary>
internal static class UncertaintyScreen
{
    public static void Write(Terminal terminal, UncertaintyFinding f)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{StudyText.Sentence(f)}[/]");
        console.WriteLine(MethodsScreen.Echo(f.Methodology));
        var digits = f.Estimand.Kind == EstimandKind.Elo ? "F0" : "F2";
        var table = Tables.New("source", "standard error", "", "what varies");
        Tables.AlignRight(table, 1);
        table.Columns[2].NoWrap();
        var bars = new Bars(f.Rows.Append(f.Together).Select(r => r.StandardError ?? 0).Append(0));
        foreach (var row in f.Rows.Append(f.Together))
        {
            string[] cells =
            [
                row.Source is { } source ? KebabCase.Of(source) : "together",
                row.StandardError is { } error ? Show.Number(error, digits) : "none",
                row.StandardError is { } bar ? bars.Between(0, bar) : "",
                row.Contains,
            ];
            if (row.Source is null)
            {
                Tables.Strong(table, cells);
            }
            else
            {
                Tables.Row(table, cells);
            }
        }

        console.Write(table);
        if (f.Together.Interval is { } all)
        {
            console.WriteLine(
                $"Together: {Show.Level(all.Level)} between {Show.Number(all.Lower, digits)} and {Show.Number(all.Upper, digits)} {f.Estimand.Unit} ({Show.Count(f.Draws, "draw")} each)."
            );
        }

        if (f.DomainJackknife is { } jackknife)
        {
            console.WriteLine(
                $"Leaving out one domain at a time (jackknife): standard error {Show.Number(jackknife, digits)} {f.Estimand.Unit}."
            );
        }
    }
}
