namespace Tare.Web;

/// <summary>One value of a figure: words, a number, a day, or the reason why there is none.</summary>
public readonly record struct FigureCell
{
    /// <summary>No source gives the value. It is never zero.</summary>
    public static readonly FigureCell Unknown = new() { Missing = "unknown" };

    /// <summary>The question does not arise for this row.</summary>
    public static readonly FigureCell NotApplicable = new() { Missing = "not applicable" };

    /// <summary>Words.</summary>
    public string? Text { get; private init; }

    /// <summary>A number in the unit of its column.</summary>
    public double? Number { get; private init; }

    /// <summary>A calendar day.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>Why there is no value, in words; <see langword="null"/> where there is one.</summary>
    public string? Missing { get; private init; }

    /// <summary>A cell of words; <see langword="null"/> is unknown.</summary>
    /// <param name="text">The words.</param>
    public static FigureCell Of(string? text) => text is null ? Unknown : new() { Text = text };

    /// <summary>A cell with a number; <see langword="null"/> and what is not finite are unknown.</summary>
    /// <param name="number">The number.</param>
    public static FigureCell Of(double? number) => number is { } n && double.IsFinite(n) ? new() { Number = n } : Unknown;

    /// <summary>A cell with a day; <see langword="null"/> is unknown.</summary>
    /// <param name="date">The day.</param>
    public static FigureCell Of(DateOnly? date) => date is null ? Unknown : new() { Date = date };

    /// <summary>A number, or the reason why there is none.</summary>
    /// <param name="number">The number.</param>
    /// <param name="otherwise">The reason, for example <c>censored</c>.</param>
    public static FigureCell Or(double? number, string otherwise) =>
        number is { } n && double.IsFinite(n) ? new() { Number = n } : new() { Missing = otherwise };
}
