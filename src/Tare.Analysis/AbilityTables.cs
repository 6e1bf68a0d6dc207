using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Makes and changes tables of abilities.</summary>
public static class AbilityTables
{
    /// <summary>A table of published values; draws come from its intervals.</summary>
    /// <remarks>
    /// Each draw of a row is split-normal: normal on either side of the value, with the standard deviation that the bound on that side implies at
    /// <paramref name="level"/>. Rows are drawn independently, so what errors have in common is not in the draws. A row without bounds is a constant.
    /// </remarks>
    /// <param name="rows">Values with bounds, date and group.</param>
    /// <param name="unit">What a point is called.</param>
    /// <param name="level">Level of the bounds, in (0, 1).</param>
    /// <param name="draws">Number of draws, not negative.</param>
    /// <param name="stream">Name of the random stream; draw k uses replicate k.</param>
    /// <exception cref="InputException">A name occurs twice, a value is not finite, or bounds do not enclose the value.</exception>
    public static AbilityTable FromScores(IEnumerable<AbilityRow> rows, string unit, double level, int draws, string stream)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        if (!(level > 0 && level < 1))
        {
            throw InputException.At(
                "level of the bounds",
                FormattableString.Invariant($"{level}"),
                "a number strictly between 0 and 1",
                "for example --scores-level 0.9"
            );
        }

        var ordered = rows.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        for (var k = 1; k < ordered.Count; k++)
        {
            if (string.Equals(ordered[k].Id, ordered[k - 1].Id, StringComparison.Ordinal))
            {
                throw InputException.At(
                    $"table of scores, '{ordered[k].Id}'",
                    "occurs twice",
                    "one row for each model",
                    "keep one of the two rows"
                );
            }
        }

        var distributions = ordered.Select(r => DistributionOf(r, level)).ToArray();
        var table = new double[draws][];
        for (var k = 0; k < draws; k++)
        {
            var random = RandomSource.For(stream, k);
            table[k] = Array.ConvertAll(distributions, d => d.Draw(random));
        }

        return new AbilityTable
        {
            Unit = unit,
            Rows = ordered,
            Draws = table,
            Level = level,
            Contains = "what the published bounds contain; drawn split-normally from them, each model by itself",
        };
    }

    /// <summary>The table with the groups of another axis.</summary>
    /// <param name="table">A table whose identifiers are those of the evidence.</param>
    /// <param name="evidence">Where the models' facts stand.</param>
    /// <param name="axis">The axis.</param>
    public static AbilityTable OnAxis(AbilityTable table, Evidence evidence, Axis axis)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(evidence);
        var models = evidence.Models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        return table with
        {
            Rows = [.. table.Rows.Select(r => r with { Group = models.TryGetValue(r.Id, out var m) ? AxisGroups.Of(m, axis) : r.Group })],
        };
    }

    /// <summary>The table with other release dates.</summary>
    /// <param name="table">The table.</param>
    /// <param name="dates">Identifier or name of a model, and its date.</param>
    /// <exception cref="InputException">A model is not in the table, or a name is ambiguous.</exception>
    public static AbilityTable Redated(AbilityTable table, IReadOnlyDictionary<string, DateOnly> dates)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(dates);
        var rows = table.Rows.ToArray();
        foreach (var (key, date) in dates)
        {
            var row = PositionOf(table, key, "--date");
            rows[row] = rows[row] with { Date = date };
        }

        return table with
        {
            Rows = rows,
        };
    }

    /// <summary>The table with some models moved to other groups.</summary>
    /// <param name="table">The table.</param>
    /// <param name="groups">Identifier or name of a model, and its group; <c>unknown</c> takes it out of every group.</param>
    /// <exception cref="InputException">A model is not in the table, a name is ambiguous, or no model of the table is in that group.</exception>
    public static AbilityTable Regrouped(AbilityTable table, IReadOnlyDictionary<string, string> groups)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(groups);
        var known = table
            .Rows.Select(r => r.Group)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var rows = table.Rows.ToArray();
        foreach (var (key, group) in groups)
        {
            var row = PositionOf(table, key, "--group");
            var isUnknown = string.Equals(group, "unknown", StringComparison.Ordinal);
            if (!isUnknown && !known.Contains(group, StringComparer.Ordinal))
            {
                throw InputException.At(
                    $"--group {key}={group}",
                    $"no model is in a group '{group}'",
                    $"one of {string.Join(", ", known)}, or unknown",
                    "write one of these, or choose the axis whose group it is with --axis"
                );
            }

            rows[row] = rows[row] with { Group = isUnknown ? null : group };
        }

        return table with
        {
            Rows = rows,
        };
    }

    /// <summary>Position of the row with an identifier, else of the only row with a name.</summary>
    internal static int PositionOf(AbilityTable table, string key, string place)
    {
        var byId = Positions(r => string.Equals(r.Id, key, StringComparison.Ordinal));
        var found = byId.Count > 0 ? byId : Positions(r => string.Equals(r.Name, key, StringComparison.OrdinalIgnoreCase));
        if (found.Count == 1)
        {
            return found[0];
        }

        if (found.Count > 1)
        {
            throw InputException.At(
                $"{place} '{key}'",
                $"{found.Count} models have that name",
                "one model",
                $"write one of the identifiers {string.Join(", ", found.Select(k => table.Rows[k].Id))}"
            );
        }

        var near = NearestNames.Of(key, table.Rows.SelectMany(r => new[] { r.Id, r.Name }));
        throw InputException.At(
            $"{place} '{key}'",
            $"not among the {table.Rows.Count} models of the table",
            "the identifier or the name of a model" + (near.Count > 0 ? $" (near: {string.Join(", ", near)})" : ""),
            "tare models lists them"
        );

        List<int> Positions(Func<AbilityRow, bool> isMatch) =>
            [.. Enumerable.Range(0, table.Rows.Count).Where(k => isMatch(table.Rows[k]))];
    }

    private static SplitNormal DistributionOf(AbilityRow row, double level)
    {
        try
        {
            return SplitNormal.From(row.Value, row.Lower, row.Upper, level);
        }
        catch (ArgumentException wrong)
        {
            throw new InputException(
                InputException
                    .At(
                        $"table of scores, '{row.Id}'",
                        FormattableString.Invariant($"value {row.Value}, lower {row.Lower}, upper {row.Upper}"),
                        "finite numbers with lower <= value <= upper, or no bounds at all",
                        "correct the row; leave both bounds empty for a value that is fixed"
                    )
                    .Message,
                wrong
            );
        }
    }
}
