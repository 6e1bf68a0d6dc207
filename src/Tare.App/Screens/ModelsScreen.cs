using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Releases;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The list of models. Columns that do not fit come in a further table under it, or are named where the list is long; nothing wraps.</summary>
internal static class ModelsScreen
{
    private const int LongestName = 34;
    private const int LongestNameWhereNarrow = 22;
    private const int Narrow = 100;
    private const int ColumnGap = 3;

    // A list that fits a screen repeats the names with the columns that did not fit; a longer one names those columns.
    private const int MostRowsToRepeat = 40;

    private sealed record Column(string Header, Func<ModelRow, string> Cell, bool IsNumber = false);

    public static void Write(Terminal terminal, IReadOnlyList<ModelRow> rows, ModelSort sort, AbilityTable abilities)
    {
        var columns = Columns(sort, abilities, terminal.Width < Narrow ? LongestNameWhereNarrow : LongestName).ToList();
        var console = terminal.Styled();
        var name = columns[0];
        var left = columns;
        do
        {
            var shown = Fitting(left, rows, terminal.Width);
            console.Write(TableOf(shown, rows));
            var rest = left.Except(shown).ToList();
            left = rest.Count == 0 ? rest : [name, .. rest];
        } while (left.Count > 0 && rows.Count <= MostRowsToRepeat);

        if (left.Count > 0)
        {
            console.WriteLine(
                $"Not shown at this width: {string.Join(", ", left.Skip(1).Select(c => c.Header))}. 'tare models show ID', --json and a list of at most {MostRowsToRepeat} have them."
            );
        }
    }

    private static Table TableOf(List<Column> shown, IReadOnlyList<ModelRow> rows)
    {
        var table = Tables.New([.. shown.Select(c => c.Header)]);
        Tables.AlignRight(table, [.. shown.Select((c, i) => (c, i)).Where(x => x.c.IsNumber).Select(x => x.i)]);
        foreach (var column in table.Columns)
        {
            column.NoWrap();
        }

        foreach (var row in rows)
        {
            Tables.Row(table, [.. shown.Select(c => c.Cell(row))]);
        }

        return table;
    }

    /// <summary>The columns in the order of the screen; those that matter least leave first.</summary>
    private static IEnumerable<Column> Columns(ModelSort sort, AbilityTable abilities, int longestName)
    {
        yield return new("model", r => Short(r.Release.Name, longestName) + (r.Release.Conflicts.Any() ? " !" : ""));
        yield return new($"ability, {abilities.Unit}", r => Ability(r.Ability, abilities.Unit));
        if (Metric(sort) is { } metric)
        {
            yield return new(metric, r => Value(ModelRows.Key(r, sort)), IsNumber: true);
        }

        yield return new("parameters", r => Sizes(r.Release), IsNumber: true);
        yield return new("released", r => r.Release.ReleaseDate.IsKnown ? r.Release.ReleaseDate.ToString() : Show.Unknown);
        yield return new("terms", r => KebabCase.Of(r.Release.Terms));
        yield return new("context", r => r.Release.ContextTokens is { } tokens ? ReleaseText.Tokens(tokens) : Show.Unknown, IsNumber: true);
        yield return new("harness", r => r.Release.PreferredHarness ?? Show.Unknown);
        yield return new("licence", r => ReleaseText.Licence(r.Release));
        yield return new("country", r => r.Release.Country ?? Show.Unknown);
        yield return new("platforms (support seen, days after release)", r => Platforms(r.Release));
        yield return new("developer", r => r.Release.Developer ?? Show.Unknown);
    }

    /// <summary>The header of the number that the list is ordered by, where it is no column of its own.</summary>
    private static string? Metric(ModelSort sort) =>
        sort switch
        {
            ModelSort.AbilityPerParameter => "per B active",
            ModelSort.AbilityPerGigabyte => "per GB",
            ModelSort.AbilityPerDollar => "per dollar",
            _ => null,
        };

    private static List<Column> Fitting(List<Column> columns, IReadOnlyList<ModelRow> rows, int width)
    {
        var widths = columns.ToDictionary(c => c, c => rows.Select(r => c.Cell(r).Length).Append(c.Header.Length).Max() + ColumnGap);
        var shown = columns.ToList();
        while (shown.Count > 2 && 1 + shown.Sum(c => widths[c]) > width)
        {
            shown.RemoveAt(shown.Count - 1);
        }

        return shown;
    }

    private static string Sizes(ModelRelease r) =>
        (r.ActiveParameters, r.TotalParameters) switch
        {
            ({ } active, { } total) when active == total => ReleaseText.Parameters(total),
            ({ } active, { } total) => $"{ReleaseText.Parameters(active)} of {ReleaseText.Parameters(total)}",
            (null, { } total) => $"? of {ReleaseText.Parameters(total)}",
            ({ } active, null) => $"{ReleaseText.Parameters(active)} of ?",
            _ => Show.Unknown,
        };

    private static string Ability(AbilityRow? ability, string unit) =>
        ability is null ? Show.Unknown
        : ability.Lower is null ? Show.Points(ability.Value, unit)
        : $"{Show.Points(ability.Value, unit)} {Show.Bounds(ability.Lower, ability.Upper, unit)}";

    private static string Platforms(ModelRelease r) =>
        r.Platforms.Count == 0
            ? Show.Unknown
            : string.Join(
                ", ",
                r.Platforms.GroupBy(p => p.Platform, StringComparer.Ordinal)
                    .Select(g =>
                        g.Select(p => p.LagAtMostDays(r.ReleaseDate)).Min() is { } days
                            ? $"{g.Key} <= {Show.Count(days)}"
                            : $"{g.Key} (day unknown)"
                    )
            );

    private static string Value(double? value) =>
        value is { } v
            ? Show.Number(
                v,
                v >= 100 ? "F0"
                    : v >= 1 ? "F1"
                    : "F3"
            )
            : Show.Unknown;

    private static string Short(string name, int longest) =>
        name.Length <= longest ? name : string.Concat(name.AsSpan(0, longest - 1), "…");
}
