namespace Tare.Analysis.Tests;

/// <summary>The definitions of the lag, each written as it reads, day by day and level by level; nothing is shared with the fast version.</summary>
internal static class SlowGap
{
    private const double Month = 30.4375;

    internal sealed record Model(string Id, DateOnly Date, double Value, double S = 0);

    internal static List<Model> Records(IEnumerable<Model> group)
    {
        var models = group.ToList();
        bool IsRecord(Model m) =>
            models.All(o => o.Date >= m.Date || o.Value < m.Value)
            && models
                .Where(o => o.Date == m.Date && o.Id != m.Id)
                .All(o => o.Value < m.Value || (o.Value == m.Value && string.CompareOrdinal(m.Id, o.Id) < 0));
        return [.. models.Where(IsRecord).OrderBy(m => m.Date)];
    }

    internal static DateOnly? FirstLeader(IEnumerable<Model> leaders, double level) =>
        leaders.Where(l => l.Value >= level).Select(l => (DateOnly?)l.Date).Min();

    internal static double? FirstCrossing(IEnumerable<Model> leaders, Model follower) =>
        Months(follower.Date, FirstLeader(leaders, follower.Value));

    internal static double? RecordsMean(List<Model> leaders, List<Model> followers, DateOnly since) =>
        Mean(Records(followers).Where(f => f.Date >= since).Select(f => FirstCrossing(leaders, f)));

    internal static double? Levels(List<Model> leaders, List<Model> followers, DateOnly since, double? step)
    {
        var before = followers.Where(f => f.Date <= since).ToList();
        var from = before.Count > 0 ? before.Max(f => f.Value) : Records(followers)[0].Value;
        var top = followers.Max(f => f.Value);
        var terms = new List<double?>();
        var width = step ?? ((top - from) / 400);
        for (var k = 0; from + (k * width) < top && (step is not null || k < 400); k++)
        {
            var level = from + (k * width);
            terms.Add(Months(followers.Where(f => f.Value >= level).Min(f => f.Date), FirstLeader(leaders, level)));
        }

        return Mean(terms);
    }

    internal static double? Daily(List<Model> leaders, List<Model> followers, DateOnly since)
    {
        var last = leaders.Concat(followers).Max(m => m.Date);
        var terms = new List<double?>();
        for (var day = since; day <= last; day = day.AddDays(1))
        {
            var there = followers.Where(f => f.Date <= day).ToList();
            if (there.Count > 0)
            {
                terms.Add(Months(day, FirstLeader(leaders, there.Max(f => f.Value))));
            }
        }

        return Mean(terms);
    }

    internal static double? TrendLine(List<Model> leaders, List<Model> followers)
    {
        // Normal equations of value = a + c [is leader] + b day, solved by elimination of the two constants.
        var (l, f) = (Records(leaders), Records(followers));
        double Day(Model m) => m.Date.DayNumber;
        var (ml, mf, vl, vf) = (l.Average(Day), f.Average(Day), l.Average(m => m.Value), f.Average(m => m.Value));
        var xy = l.Sum(m => (Day(m) - ml) * (m.Value - vl)) + f.Sum(m => (Day(m) - mf) * (m.Value - vf));
        var xx = l.Sum(m => (Day(m) - ml) * (Day(m) - ml)) + f.Sum(m => (Day(m) - mf) * (Day(m) - mf));
        var b = xy / xx;
        return xx > 0 && b > 0 ? (vl - vf - (b * (ml - mf))) / b / Month : null;
    }

    internal static double? CatchUp(List<Model> leaders, List<Model> followers) =>
        Mean(
            Records(leaders)
                .Select(l =>
                {
                    var caught = followers.Where(f => f.Value >= l.Value - (1.645 * Math.Sqrt((f.S * f.S) + (l.S * l.S)))).ToList();
                    return caught.Count == 0 ? null : Months(caught.Min(f => f.Date), l.Date);
                })
        );

    internal static double VerticalMean(List<Model> leaders, List<Model> followers, DateOnly since)
    {
        var last = leaders.Concat(followers).Max(m => m.Date);
        var terms = new List<double>();
        for (var day = since; day <= last; day = day.AddDays(1))
        {
            var (l, f) = (leaders.Where(m => m.Date <= day).ToList(), followers.Where(m => m.Date <= day).ToList());
            if (l.Count > 0 && f.Count > 0)
            {
                terms.Add(l.Max(m => m.Value) - f.Max(m => m.Value));
            }
        }

        return terms.Average();
    }

    private static double? Months(DateOnly later, DateOnly? earlier) => earlier is { } e ? (later.DayNumber - e.DayNumber) / Month : null;

    private static double? Mean(IEnumerable<double?> terms)
    {
        var known = terms.OfType<double>().ToList();
        return known.Count == 0 ? null : known.Average();
    }
}
