using Tare.Costs;

namespace Tare.App.Screens;

/// <summary>Charts out of characters: the same on a screen, in a pipe and without colour.</summary>
internal static class TextChart
{
    /// <summary>A bar from 0 to a value; a value that is not known has none.</summary>
    /// <param name="value">The value, at least 0.</param>
    /// <param name="most">What the whole width stands for.</param>
    /// <param name="width">Characters.</param>
    public static string Bar(double? value, double most, int width)
    {
        if (value is not { } v || most <= 0)
        {
            return string.Empty;
        }

        var halves = (int)Math.Round(Math.Clamp(v / most, 0, 1) * width * 2, MidpointRounding.AwayFromZero);
        return new string('█', halves / 2) + (halves % 2 == 1 ? "▌" : "");
    }

    /// <summary>Ranges on one line from 0 to a maximum: a line for the bounds, a mark at the centre, later ones over earlier ones.</summary>
    /// <param name="ranges">Each with its mark.</param>
    /// <param name="rule">Where a vertical rule stands.</param>
    /// <param name="most">What the whole width stands for.</param>
    /// <param name="width">Characters, at least 2.</param>
    public static string Ranges(IEnumerable<(RatioRange Range, char Mark)> ranges, double rule, double most, int width)
    {
        var line = new char[width];
        Array.Fill(line, ' ');
        int At(double value) => (int)Math.Round(Math.Clamp(value / most, 0, 1) * (width - 1), MidpointRounding.AwayFromZero);
        line[At(rule)] = '│';
        var all = ranges.ToArray();
        foreach (var (range, _) in all)
        {
            for (var i = At(range.Lower); i <= At(range.Upper); i++)
            {
                line[i] = '─';
            }
        }

        foreach (var (range, mark) in all)
        {
            line[At(range.Central)] = mark;
        }

        return new string(line);
    }
}
