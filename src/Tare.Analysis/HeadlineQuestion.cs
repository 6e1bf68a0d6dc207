using System.Globalization;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>A gap's headline, ready to be asked again under other abilities or dates; it knows what counts as flipped.</summary>
internal sealed class HeadlineQuestion
{
    private readonly GapOptions _options;
    private readonly Interval? _interval;
    private readonly Dictionary<string, string> _names;

    internal HeadlineQuestion(FitFinding fit, GapFinding gap)
    {
        _options = new GapOptions
        {
            Axis = gap.Axis,
            Leader = gap.Leader,
            Follower = gap.Axis == Axis.Model ? "" : gap.Follower,
            Since = gap.Since,
            AsOf = gap.AsOf,
            Headline = gap.Headline,
            Model = gap.Axis == Axis.Model ? gap.FollowerRecords[0].Id : null,
        };
        _interval = gap.HeadlineEstimate.Interval;
        _names = fit.Abilities.Rows.ToDictionary(r => r.Id, r => r.Name, StringComparer.Ordinal);

        // Dates and groups come from the gap, which may have changed them.
        var entered = gap.Abilities.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
        Table = fit.Abilities with
        {
            Draws = [],
            Rows =
            [
                .. fit.Abilities.Rows.Select(r =>
                    entered.TryGetValue(r.Id, out var e) ? r with { Date = e.Date, Group = e.Group } : r with { Group = null }
                ),
            ],
        };
        Question = Ask(Table);
        Base = Answer(Question, new GapWorkspace(Question.Problem), [.. Table.Rows.Select(r => r.Value)]);
    }

    /// <summary>The fit's rows with the gap's dates and groups.</summary>
    internal AbilityTable Table { get; }

    /// <summary>The question under the gap's own dates.</summary>
    internal (GapProblem Problem, AbilityTable Cut, int[] Rows) Question { get; }

    /// <summary>The headline as it stands.</summary>
    internal Headline Base { get; }

    /// <summary>A table's question: its groups sorted, and of each row that counts its position in the table.</summary>
    /// <exception cref="InputException">A group is empty.</exception>
    internal (GapProblem Problem, AbilityTable Cut, int[] Rows) Ask(AbilityTable table)
    {
        var groups = GapGroups.From(table, _options);
        var position = table.Rows.Select((r, k) => (r.Id, k)).ToDictionary(x => x.Id, x => x.k, StringComparer.Ordinal);
        var rows = groups.Table.Rows.Select(r => position[r.Id]).ToArray();
        return (GapProblem.From(groups.Table, groups.IsLeader, groups.IsFollower, _options with { Model = null }), groups.Table, rows);
    }

    /// <summary>The headline under values in the order of the table that was asked.</summary>
    internal Headline Answer((GapProblem Problem, AbilityTable Cut, int[] Rows) question, GapWorkspace work, double[] values)
    {
        var (problem, cut, rows) = question;
        work.Load(Array.ConvertAll(rows, k => values[k]));
        var months = GapAnalysis.Lag(_options.Headline, problem, work).Months;
        var first = work.FirstLeader(work.BestFollowerValue);
        string LeaderAt(int record) => cut.Rows[problem.LeaderRow[work.LeaderRecords[record]]].Id;
        return new Headline(
            double.IsNaN(months) ? null : months,
            cut.Rows[problem.FollowerRow[work.BestFollower]].Id,
            LeaderAt(work.LeaderRecords.Length - 1),
            first < 0 ? null : LeaderAt(first)
        );
    }

    /// <summary>Whether anything that counts differs from the base.</summary>
    internal bool IsFlipped(Headline h) => Flips(h).Count > 0;

    /// <summary>What differs from the base, in words.</summary>
    internal IReadOnlyList<string> Flips(Headline h)
    {
        var flips = new List<string>();
        Compare("best follower", Base.Follower, h.Follower);
        Compare("best leader", Base.Leader, h.Leader);
        Compare("first leader at the best follower's level", Base.CrossedBy, h.CrossedBy);
        if (h.Months is null != Base.Months is null)
        {
            flips.Add($"months: {Months(Base.Months)} becomes {Months(h.Months)}");
        }
        else if (h.Months is { } m && _interval is { } i && (m < i.Lower || m > i.Upper))
        {
            flips.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"months: {Months(Base.Months)} becomes {m:F2}, outside [{i.Lower:F2}, {i.Upper:F2}]"
                )
            );
        }

        return flips;

        void Compare(string what, string? before, string? after)
        {
            if (!string.Equals(before, after, StringComparison.Ordinal))
            {
                flips.Add($"{what}: {NameOf(before)} becomes {NameOf(after)}");
            }
        }
    }

    /// <summary>A change with the headline that it gives.</summary>
    internal HeadlineChange Change(ChangeKind kind, string description, double size, string unit, Headline h) =>
        new(
            kind,
            description,
            size,
            unit,
            h.Months,
            NameOf(h.Follower),
            NameOf(h.Leader),
            h.CrossedBy is null ? null : NameOf(h.CrossedBy),
            Flips(h)
        );

    /// <summary>Name of a model, <c>none</c> for no model.</summary>
    internal string NameOf(string? id) => id is null ? "none" : _names.GetValueOrDefault(id, id);

    private static string Months(double? months) => months is { } m ? m.ToString("F2", CultureInfo.InvariantCulture) : "no number";
}
