using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tare.Records;

/// <summary>A point in time as far as it is known, UTC: <c>unknown</c>, <c>2026</c>, <c>2026-05</c>, <c>2026-05-21</c> or <c>2026-05-21T09:29Z</c>.</summary>
/// <remarks>It stands for every instant from <see cref="Earliest"/> to <see cref="Latest"/>. Equality is by precision and start.</remarks>
public sealed record PartialDate
{
    private static readonly (string Format, int Length, DatePrecision Precision)[] s_formats =
    [
        ("yyyy", 4, DatePrecision.Year),
        ("yyyy-MM", 7, DatePrecision.Month),
        ("yyyy-MM-dd", 10, DatePrecision.Day),
        ("yyyy-MM-dd'T'HH:mm'Z'", 17, DatePrecision.Minute),
    ];

    private PartialDate(DatePrecision precision, DateTimeOffset? earliest)
    {
        Precision = precision;
        Earliest = earliest;
    }

    /// <summary>A date of which nothing is known; it is neither past nor future.</summary>
    public static PartialDate Unknown { get; } = new(DatePrecision.Unknown, null);

    /// <summary>How much is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The first instant it can mean, or <see langword="null"/> where it is unknown.</summary>
    public DateTimeOffset? Earliest { get; }

    /// <summary>The last instant it can mean (to one tick), or <see langword="null"/> where it is unknown.</summary>
    public DateTimeOffset? Latest =>
        Precision switch
        {
            DatePrecision.Unknown => null,
            DatePrecision.Year => Earliest!.Value.AddYears(1).AddTicks(-1),
            DatePrecision.Month => Earliest!.Value.AddMonths(1).AddTicks(-1),
            DatePrecision.Day => Earliest!.Value.AddDays(1).AddTicks(-1),
            _ => Earliest!.Value.AddMinutes(1).AddTicks(-1),
        };

    /// <summary>Whether anything is known.</summary>
    public bool IsKnown => Precision != DatePrecision.Unknown;

    /// <summary>The calendar day, or <see langword="null"/> where the day is not known.</summary>
    public DateOnly? Day => Precision >= DatePrecision.Day ? DateOnly.FromDateTime(Earliest!.Value.UtcDateTime) : null;

    /// <summary>A calendar day.</summary>
    /// <param name="day">The day, UTC.</param>
    public static PartialDate On(DateOnly day) =>
        new(DatePrecision.Day, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    /// <summary>A date written in one of the five forms.</summary>
    /// <param name="text">For example <c>2026-05</c>.</param>
    /// <param name="date">The date, where the result is <see langword="true"/>.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        if (string.Equals(text, "unknown", StringComparison.Ordinal))
        {
            date = Unknown;
            return true;
        }

        foreach (var (format, length, precision) in s_formats)
        {
            const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            if (
                text?.Length == length
                && DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, Utc, out var start)
                && start.Year < 9999
            )
            {
                date = new PartialDate(precision, start);
                return true;
            }
        }

        return false;
    }

    /// <summary>A date written in one of the five forms.</summary>
    /// <param name="text">For example <c>2026-05-21T09:29Z</c>.</param>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date)
            ? date
            : throw new FormatException($"'{text}' is no date; expected unknown, yyyy, yyyy-MM, yyyy-MM-dd or yyyy-MM-ddTHH:mmZ.");

    /// <summary>Whether all of it lies at or before an instant. Unknown dates never do.</summary>
    /// <param name="instant">The instant.</param>
    public bool IsBy(DateTimeOffset instant) => Latest is { } latest && latest <= instant;

    /// <summary>Whether all of it lies after an instant. Unknown dates never do.</summary>
    /// <param name="instant">The instant.</param>
    public bool IsAfter(DateTimeOffset instant) => Earliest is { } earliest && earliest > instant;

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        if (Earliest is not { } start)
        {
            return "unknown";
        }

        foreach (var (format, _, precision) in s_formats)
        {
            if (precision == Precision)
            {
                return start.ToString(format, CultureInfo.InvariantCulture);
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }
}
