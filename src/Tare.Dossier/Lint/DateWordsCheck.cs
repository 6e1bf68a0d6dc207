using Tare.Records;

namespace Tare.Dossier;

/// <summary>Date words that the dates of the events do not bear out.</summary>
internal sealed class DateWordsCheck : ILintCheck
{
    // "About two weeks" is not false at fifteen days.
    private const double Tolerance = 1.25;

    public LintRule Rule { get; } =
        new("L2", "date words", "a month, 'this month' or a duration in a claim's text against the dates of the events that it is about");

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim.Events.Count == 0)
            {
                continue;
            }

            var words = Words.In(claim.Text);
            if (words.IsEmpty)
            {
                continue;
            }

            var days = claim.Events.Select(e => pass.Index.Event(e)?.Date.Day).ToList();
            if (days.Contains(null))
            {
                pass.Gaps.Add(
                    new LintGap(Rule.Id, $"claims/{claim.Id}/events", "an event without a known day: give the day to judge the words")
                );
            }
            else
            {
                Check(pass, claim, words, [.. days.OfType<DateOnly>().Order()]);
            }
        }
    }

    private void Check(LintPass pass, Claim claim, Words words, IReadOnlyList<DateOnly> days)
    {
        if (words.Months.Count > 0 && days.Any(d => !words.Months.Contains(d.Month)))
        {
            Report(pass, claim, $"the text names {Names(words.Months)}", days, $"write {Names([.. days.Select(d => d.Month).Distinct()])}");
        }

        if (words.ThisMonth && claim.Asserted.Precision >= DatePrecision.Month)
        {
            var month = claim.Asserted.Earliest!.Value;
            if (days.Any(d => d.Month != month.Month || d.Year != month.Year))
            {
                Report(pass, claim, $"'this month', said {claim.Asserted}", days, "name the month");
            }
        }

        if (words.Duration is { } duration && Span(days) > duration.Days * Tolerance)
        {
            Report(pass, claim, $"'{duration.Words}'", days, FormattableString.Invariant($"write {Span(days)} days"));
        }
    }

    private void Report(LintPass pass, Claim claim, string found, IReadOnlyList<DateOnly> days, string next)
    {
        var dates = FormattableString.Invariant($"{days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}, {Span(days)} days, {days.Count} events");
        pass.Warning(Rule.Id, $"claims/{claim.Id}/text", found, $"words that fit {dates}", next);
    }

    private static int Span(IReadOnlyList<DateOnly> days) => days[^1].DayNumber - days[0].DayNumber;

    private static string Names(IReadOnlyList<int> months) =>
        string.Join(" and ", months.Select(m => System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m)));

    private readonly record struct Words(IReadOnlyList<int> Months, bool ThisMonth, (string Words, int Days)? Duration)
    {
        public bool IsEmpty => Months.Count == 0 && !ThisMonth && Duration is null;

        public static Words In(string text) =>
            new(TextWords.Months(text), text.Contains("this month", StringComparison.OrdinalIgnoreCase), TextWords.Duration(text));
    }
}
