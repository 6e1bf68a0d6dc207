namespace Tare.Web.Charts;

/// <summary>A rectangle in pixels of the plot.</summary>
internal readonly record struct LabelBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Mean width of a character at the labels' size; generous, since fonts differ between systems.</summary>
    public const double CharacterWidth = 6.6;

    /// <summary>Half the height of a line of text.</summary>
    public const double HalfHeight = 7.5;

    public bool Meets(LabelBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>The area of a label at a width and height of the plot.</summary>
    public static LabelBox Of(LabelPoint point, double dx, double dy, string align, double width, double height)
    {
        var x = (point.X * width) + dx;
        var y = (point.Y * height) + dy;
        var size = point.Text.Length * CharacterWidth;
        var left = align switch
        {
            "left" => x,
            "right" => x - size,
            _ => x - (size / 2),
        };
        return new(left, y - HalfHeight, left + size, y + HalfHeight);
    }

    public static LabelBox Around(LabelPoint point, double radius, double width, double height) =>
        new((point.X * width) - radius, (point.Y * height) - radius, (point.X * width) + radius, (point.Y * height) + radius);
}
