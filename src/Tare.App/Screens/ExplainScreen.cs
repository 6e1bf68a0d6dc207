using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare explain</c>: a sentence, a waterfall, what two choices do together.</summary>
internal static class ExplainScreen
{
    private const int InteractionsShown = 5;

    public static void Write(Terminal terminal, AttributionFinding f)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{StudyText.Sentence(f)}[/]");
        console.Write(Waterfall(f));
        Interactions(console, f);
        Refused(console, f);
        var same = f.Parts.Where(p => string.Equals(p.From, p.To, StringComparison.Ordinal)).Select(p => KebabCase.Of(p.Choices[0]));
        console.WriteLine($"Alike, hence exactly 0: {string.Join(", ", same)}.");
        console.WriteLine(
            $"Shares are exact Shapley values over {Show.Count(f.Mixtures, "mixture")} of the two ({Show.Count(f.Fits, "distinct fit")}); they sum to the difference. {StudyText.Basis(f)}"
        );
    }

    private static Table Waterfall(AttributionFinding f)
    {
        var digits = f.Estimand.Kind == EstimandKind.Elo ? "0" : "0.00";
        var table = Tables.New("", f.Estimand.Unit, "", "choice");
        Tables.AlignRight(table, 1);
        table.Columns[2].NoWrap();
        var bars = new Bars(StudyText.Steps(f).SelectMany(s => new[] { s.From, s.To }).Append(0));
        foreach (var step in StudyText.Steps(f))
        {
            var value = Show.Number(step.IsTotal ? step.To : step.To - step.From, step.IsTotal ? digits : $"+{digits};-{digits};{digits}");
            string[] cells = [step.Name, value, bars.Between(step.From, step.To), step.IsTotal ? "" : $"{step.Before} -> {step.After}"];
            if (step.IsTotal)
            {
                Tables.Strong(table, cells);
            }
            else
            {
                Tables.Row(table, cells);
            }
        }

        return table;
    }

    private static void Interactions(IAnsiConsole console, AttributionFinding f)
    {
        var shown = f.Interactions.Where(i => Math.Abs(i.Value) > 1e-9).Take(InteractionsShown).ToArray();
        if (shown.Length == 0)
        {
            return;
        }

        var digits = f.Estimand.Kind == EstimandKind.Elo ? "+0;-0;0" : "+0.00;-0.00;0.00";
        console.WriteLine("What pairs of choices do together beyond what each does alone (beside the shares, not added):");
        foreach (var i in shown)
        {
            console.WriteLine($"  {Show.Number(i.Value, digits)}  {StudyText.Name(i.First)} with {StudyText.Name(i.Second)}");
        }
    }

    private static void Refused(IAnsiConsole console, AttributionFinding f)
    {
        if (f.Refused.Count == 0)
        {
            return;
        }

        console.WriteLine("No share of its own has what these mixtures take apart; it has one common share:");
        foreach (var refusal in StudyText.Refusals(f))
        {
            console.WriteLine($"  {refusal}");
        }
    }
}
