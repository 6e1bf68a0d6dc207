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

            var days = claim.Events.Select(e => pass.Index.Event(e)?.Date.Day).ToList();
            if (days.Contains(null))
            {
                pass.Gaps.Add(
                    new LintGap(Rule.Id, $"claims/{claim.Id}/events", "an event without a known day: give the day to judge the words")
                );
            }
            else
            {
                Check(pass, claim, [.. days.OfType<DateOnly>().Order()]);
            }
        }
    }

    private void Check(LintPass pass, Claim claim, IReadOnlyList<DateOnly> days)
    {
        var (first, last) = (days[0], days[^1]);
        var span = last.DayNumber - first.DayNumber;
        var dates = FormattableString.Invariant($"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}, {span} days, {days.Count} events");
        var months = TextWords.Months(claim.Text);
        if (months.Count > 0 && days.Any(d => !months.Contains(d.Month)))
        {
            Report(pass, claim, $"the text names {Names(months)}", dates, $"write {Names([.. days.Select(d => d.Month).Distinct()])}");
        }

        if (claim.Text.Contains("this month", StringComparison.OrdinalIgnoreCase) && claim.Asserted.Precision >= DatePrecision.Month)
        {
            var month = claim.Asserted.Earliest!.Value;
            if (days.Any(d => d.Month != month.Month || d.Year != month.Year))
            {
                Report(pass, claim, $"'this month', said {claim.Asserted}", dates, "name the month");
            }
        }

        if (TextWords.Duration(claim.Text) is { } duration && span > duration.Days * Tolerance)
        {
            Report(pass, claim, $"'{duration.Words}'", dates, FormattableString.Invariant($"write {span} days"));
        }
    }

    private void Report(LintPass pass, Claim claim, string found, string expected, string next) =>
        pass.Warning(Rule.Id, $"claims/{claim.Id}/text", found, $"words that fit {expected}", next);

    private static string Names(IReadOnlyList<int> months) =>
        string.Join(" and ", months.Select(m => System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m)));
}
