using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Web;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare multiverse</c>: the range, and what each choice does to it.</summary>
internal static class MultiverseScreen
{
    private const int Bins = 12;
    private const int ReasonsShown = 4;

    public static void Write(Terminal terminal, MultiverseFinding f, MethodGrid grid, MultiverseOptions options)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{StudyText.Sentence(f, grid.Title)}[/]");
        console.Write(Histogram(f));
        console.Write(Choices(f));
        if (f.MedianWidth is { } width)
        {
            console.WriteLine(
                $"Half of the specifications have a {Show.Level(grid.Base.Level)} interval wider than {Show.Number(width, "F1")} months ({Show.Count(options.Draws, "draw")} each; benchmarks resampled within each model)."
            );
        }

        foreach (var (reason, count) in f.NotComputable.Take(ReasonsShown))
        {
            console.WriteLine($"{Show.Count(count, "specification")} without months: {reason}");
        }

        console.WriteLine(
            $"Grid {grid.Name}, base {grid.Base.Name}. A share of the variance is what the means of a choice's alternatives explain; what choices do together is in none of them. The specifications are not a sample: their spread is no probability."
        );
    }

    private static Table Histogram(MultiverseFinding f)
    {
        var (low, high) = (Math.Floor(f.Quantile(0)), Math.Ceiling(f.Quantile(1)));
        var step = Math.Max(1, Math.Ceiling((high - low) / Bins));
        var table = Tables.New("months", "specifications", "");
        Tables.AlignRight(table, 0, 1);
        var counts = f
            .Results.Where(r => r.Months is not null)
            .GroupBy(r => (int)Math.Floor((r.Months!.Value - low) / step))
            .ToDictionary(g => g.Key, g => g.Count());
        var bars = new Bars([0, counts.Values.Max()]);
        for (var bin = 0; low + (bin * step) < high; bin++)
        {
            var count = counts.GetValueOrDefault(bin);
            var from = low + (bin * step);
            Tables.Row(table, $"{Show.Number(from, "0")} to {Show.Number(from + step, "0")}", Show.Count(count), bars.Between(0, count));
        }

        return table;
    }

    private static Table Choices(MultiverseFinding f)
    {
        var table = Tables.New("choice", "share of variance", "alternative", "median", "middle half");
        Tables.AlignRight(table, 1, 3);
        foreach (var choice in f.Rows.OrderByDescending(c => c.VarianceShare))
        {
            foreach (var (alternative, k) in choice.Alternatives.Select((a, k) => (a, k)))
            {
                Tables.Row(
                    table,
                    k == 0 ? choice.Name : "",
                    k == 0 ? Show.Share(choice.VarianceShare) : "",
                    alternative.Name,
                    alternative.Median is { } m ? Show.Number(m, "F1") : "none",
                    alternative.Median is null ? "" : Show.Bounds(alternative.LowerQuartile, alternative.UpperQuartile, "months")
                );
            }
        }

        return table;
    }
}
