using System.Globalization;
using System.Text;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>The deadlines of predictions as an iCalendar file (RFC 5545).</summary>
public static class DeadlineCalendar
{
    private const int LineBytes = 75;

    /// <summary>The calendar: one all-day event for each deadline, by date; the same predictions give the same bytes.</summary>
    /// <param name="feed">Where the pages live.</param>
    /// <param name="states">The predictions.</param>
    public static string Of(FeedAddress feed, IReadOnlyList<PredictionState> states)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(states);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Tare//dossier//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Text(feed.Title)}");
        foreach (var state in states.OrderBy(s => s.Prediction.Deadline).ThenBy(s => s.Prediction.Id, StringComparer.Ordinal))
        {
            Event(text, feed, state);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, FeedAddress feed, PredictionState state)
    {
        var p = state.Prediction;
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Text($"{p.Id}@{feed.Id}")}");
        Line(text, $"DTSTAMP:{feed.Updated.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{Day(p.Deadline)}");
        Line(text, $"DTEND;VALUE=DATE:{Day(p.Deadline.AddDays(1))}");
        Line(text, $"SUMMARY:{Text($"Deadline: {p.Statement}")}");
        Line(
            text,
            $"DESCRIPTION:{Text($"{KebabCase.Of(state.Status)}. False if: {p.Criteria.Falsifier}\nMeasured by: {p.Criteria.Metric}")}"
        );
        Line(text, $"CATEGORIES:{Text(KebabCase.Of(state.Status))}");
        if (SafeText.Page(feed, $"predictions/{p.Id}") is { } page)
        {
            Line(text, $"URL:{page}");
        }

        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A TEXT value: backslash, semicolon, comma and line break escaped, other controls replaced.</summary>
    private static string Text(string value) =>
        SafeText
            .Clean(value)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A content line, folded so that no line has more than 75 octets and no character is cut.</summary>
    private static void Line(StringBuilder text, string content)
    {
        var used = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LineBytes)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune);
            used += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
