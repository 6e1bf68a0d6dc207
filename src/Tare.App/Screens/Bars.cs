namespace Tare.App.Screens;

/// <summary>Horizontal bars of one scale, drawn with characters; a bar may start anywhere.</summary>
internal sealed class Bars
{
    private const int Width = 24;
    private readonly double _low;
    private readonly double _span;

    /// <summary>Bars that hold all of some values.</summary>
    public Bars(IEnumerable<double> values)
    {
        double[] all = [.. values];
        _low = all.Min();
        _span = Math.Max(all.Max() - _low, double.Epsilon);
    }

    /// <summary>A bar between two values; never empty, so that a share of zero still shows where it stands.</summary>
    public string Between(double from, double to)
    {
        var (first, last) = (Column(Math.Min(from, to)), Column(Math.Max(from, to)));
        return first == last ? new string(' ', Math.Min(first, Width - 1)) + '|' : new string(' ', first) + new string('█', last - first);
    }

    private int Column(double value) => (int)Math.Round(Width * (value - _low) / _span);
}
