using Tare.Records;

namespace Tare.Analysis;

/// <summary>Who is in which group, with the table cut at the last date that counts.</summary>
internal sealed record GapGroups
{
    /// <summary>The table without models released later; rows and draws alike.</summary>
    internal required AbilityTable Table { get; init; }

    /// <summary>Last release date that counts: the newest in the two groups, after the cut.</summary>
    internal required DateOnly AsOf { get; init; }

    /// <summary>Name of the following group.</summary>
    internal required string FollowerName { get; init; }

    /// <summary>Names of the models in neither group.</summary>
    internal required IReadOnlyList<string> Neither { get; init; }

    /// <summary>Whether a row, by position, leads.</summary>
    internal required Func<int, bool> IsLeader { get; init; }

    /// <summary>Whether a row, by position, follows.</summary>
    internal required Func<int, bool> IsFollower { get; init; }

    /// <summary>Splits a table.</summary>
    internal static GapGroups From(AbilityTable table, GapOptions options)
    {
        var cut = options.AsOf is { } last ? CutAt(table, last) : table;
        var named = Named(cut, options);
        bool Leads(AbilityRow r) =>
            r.Date is not null
            && string.Equals(r.Group, options.Leader, StringComparison.Ordinal)
            && !string.Equals(r.Id, named?.Id, StringComparison.Ordinal);
        bool Follows(AbilityRow r) =>
            r.Date is not null
            && (
                named is null
                    ? string.Equals(r.Group, options.Follower, StringComparison.Ordinal)
                    : string.Equals(r.Id, named.Id, StringComparison.Ordinal)
            );
        if (string.Equals(options.Leader, options.Follower, StringComparison.Ordinal) && named is null)
        {
            throw InputException.At(
                $"axis {KebabCase.Of(options.Axis)}",
                $"leader and follower are both '{options.Leader}'",
                "two different groups",
                "set --leader or --follower"
            );
        }

        Require(cut, options, options.Leader, cut.Rows.Any(Leads), "--leader");
        Require(cut, options, named?.Name ?? options.Follower, cut.Rows.Any(Follows), "--follower");
        if (named is null && options.Model is { } model && !Follows(cut.Rows[AbilityTables.PositionOf(cut, model, "--model")]))
        {
            throw InputException.At(
                $"--model '{model}'",
                $"not a dated model of the following group '{options.Follower}'",
                "a follower",
                "use --axis model to compare any one model with the leading group"
            );
        }

        var inGroups = cut.Rows.Where(r => Leads(r) || Follows(r)).ToList();
        return new GapGroups
        {
            Table = cut,
            AsOf = inGroups.Max(r => r.Date!.Value),
            FollowerName = named?.Name ?? options.Follower,
            Neither = [.. cut.Rows.Where(r => !Leads(r) && !Follows(r)).Select(r => r.Name)],
            IsLeader = k => Leads(cut.Rows[k]),
            IsFollower = k => Follows(cut.Rows[k]),
        };
    }

    private static AbilityRow? Named(AbilityTable table, GapOptions options)
    {
        if (options.Axis != Axis.Model)
        {
            return null;
        }

        if (options.Model is not { } model)
        {
            throw InputException.At("axis model", "no model is named", "the identifier or the name of one model", "add --model NAME");
        }

        return table.Rows[AbilityTables.PositionOf(table, model, "--model")];
    }

    private static void Require(AbilityTable table, GapOptions options, string group, bool isThere, string option)
    {
        if (isThere)
        {
            return;
        }

        var known = table.Rows.Where(r => r.Date is not null).Select(r => r.Group ?? "unknown").GroupBy(g => g, StringComparer.Ordinal);
        var counts = known.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ({g.Count()})");
        var until = options.AsOf is { } last ? FormattableString.Invariant($" released by {last:yyyy-MM-dd}") : "";
        throw InputException.At(
            $"axis {KebabCase.Of(options.Axis)}, group '{group}'",
            $"no model with a release date{until}",
            $"at least one; dated models by group: {string.Join(", ", counts)}",
            $"set {option} to one of these groups, or choose another --axis"
        );
    }

    private static AbilityTable CutAt(AbilityTable table, DateOnly last)
    {
        var keep = Enumerable.Range(0, table.Rows.Count).Where(k => !(table.Rows[k].Date > last)).ToArray();
        return keep.Length == table.Rows.Count
            ? table
            : table with
            {
                Rows = [.. keep.Select(k => table.Rows[k])],
                Draws = Array.ConvertAll(table.Draws, d => Array.ConvertAll(keep, k => d[k])),
            };
    }
}
