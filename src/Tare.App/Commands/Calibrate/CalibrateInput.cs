using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The responses that a calibration works on, and what was left out of the file on the way.</summary>
/// <param name="Data">The responses.</param>
/// <param name="Person">What the file calls the persons.</param>
/// <param name="Item">What the file calls the items.</param>
/// <param name="Notes">What was left out, complete sentences.</param>
/// <param name="Digest">The file with its hash.</param>
internal sealed record CalibrateInput(ResponseMatrix Data, string Person, string Item, IReadOnlyList<string> Notes, InputDigest Digest)
{
    private const int ExamplesShown = 3;

    private static readonly Dictionary<string, AttemptRule> s_rules = new(StringComparer.Ordinal)
    {
        ["mean"] = AttemptRule.Mean,
        ["pass@2"] = AttemptRule.PassAtTwo,
        ["best"] = AttemptRule.Best,
    };

    /// <summary>Names of the rules by which several trials become one response.</summary>
    public static IReadOnlyList<string> AttemptRuleNames { get; } = [.. s_rules.Keys];

    public static CalibrateInput Read(ParseResult parse, CalibrateOptions options)
    {
        var path = parse.GetValue(options.File)!;
        if (OpenedRun.IsAt(path))
        {
            return OfRun(parse, options, path);
        }

        var layout = Layout(parse, options);
        var read = Responses.Read(path, layout);
        var notes = new List<string>();
        if (read.LeftOut.Count > 0)
        {
            notes.Add(
                $"left out: the rows of {read.LeftOut.Count} distinct {layout.Split!.Column} that do not match --split ({string.Join("; ", read.LeftOut.Take(ExamplesShown))}{(read.LeftOut.Count > ExamplesShown ? "; ..." : "")})"
            );
        }

        if (read.Data.MissingByFailure.Count is > 0 and var failed)
        {
            notes.Add($"not used: {failed} response(s) that failed to come (empty, NA or null); they are not counted as wrong");
        }

        var attempts = Scored(read.Data, parse.GetValue(options.Attempts), notes);
        var (joined, files) = options.Comparisons.Join(parse, path, attempts);
        var data = Crossed(parse.GetValue(options.Crossed), joined, layout, notes);
        var digest = Inputs.DigestOf(files.SelectMany(f => ImportSource.FromPath(f).Files()));
        return new CalibrateInput(data, layout.Person, layout.Item, notes, digest);
    }

    /// <summary>The attempts of a run.</summary>
    private static CalibrateInput OfRun(ParseResult parse, CalibrateOptions options, string path)
    {
        if (options.ColumnsGiven(parse) is { } option)
        {
            throw InputException.At(option, "beside a run", "a file of responses, whose columns it names", "leave the option out");
        }

        var run = OpenedRun.At(path);
        var (read, found) = RunResponses.Of(run);
        var notes = found.ToList();
        var scored = Scored(read, parse.GetValue(options.Attempts), notes);
        var (data, files) = options.Comparisons.Join(parse, path, scored);
        var further = Inputs.DigestOf(files.Skip(1).SelectMany(f => ImportSource.FromPath(f).Files()));
        var digest = run.Digest with { Files = [.. run.Digest.Files, .. further.Files] };
        notes.Add(RunResponses.Scale(run));
        return new CalibrateInput(data, RunResponses.Person, "item", notes, digest);
    }

    /// <summary>A column's name in the matrix, where persons and items have names of their own.</summary>
    public static string Canonical(string column, string person, string item) =>
        column == person ? "person"
        : column == item ? "item"
        : column;

    /// <summary>The responses under a rule for their trials.</summary>
    private static ResponseMatrix Scored(ResponseMatrix data, string? rule, List<string> notes)
    {
        if (rule is null)
        {
            return data;
        }

        var scored = AttemptRules.Apply(data, s_rules[rule], out var tooFew);
        if (tooFew > 0)
        {
            notes.Add($"left out: {Show.Count(tooFew, "response")} of one trial, which pass@2 cannot score");
        }

        return scored;
    }

    private static ResponseLayout Layout(ParseResult parse, CalibrateOptions options)
    {
        var layout = new ResponseLayout { Response = parse.GetValue(options.Response), Split = Split(parse.GetValue(options.Split)) };
        layout = layout with
        {
            Person = parse.GetValue(options.Person) ?? layout.Person,
            Item = parse.GetValue(options.Item) ?? layout.Item,
            Trials = parse.GetValue(options.Trials) ?? layout.Trials,
        };
        var named =
            parse.GetValue(options.Facets) is { } facets ? Names(facets)
            : parse.GetValue(options.Terms) is { } terms
                ? [.. CalibrateManyFacet.Columns(terms), .. Names(parse.GetValue(options.Crossed) ?? "")]
            : null;
        return named is null
            ? layout
            : layout with
            {
                Facets = [.. named.Distinct(StringComparer.Ordinal).Where(n => n != layout.Person && n != layout.Item)],
            };
    }

    private static ColumnSplit? Split(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var (column, pattern) = CommonOptions.Pair("--split", text);
        try
        {
            return new ColumnSplit(column, pattern);
        }
        catch (ArgumentException e)
        {
            throw InputException.At(
                "--split",
                $"'{pattern}': {e.Message.Split(" (Parameter", 2)[0]}",
                "a regular expression with named groups",
                "for example --split 'id=^(?<harness>[^_]+)_(?<model>.+)$'"
            );
        }
    }

    private static ResponseMatrix Crossed(string? columns, ResponseMatrix data, ResponseLayout layout, List<string> notes)
    {
        if (columns is null)
        {
            return data;
        }

        var names = Names(columns);
        string[] known = [layout.Person, layout.Item, .. data.Facets.Select(f => f.Name)];
        if (names.Length != 2 || names[0] == names[1] || names.Except(known, StringComparer.Ordinal).Any())
        {
            throw InputException.At(
                "--crossed",
                $"'{columns}'",
                $"two of the columns {string.Join(", ", known)}",
                $"for example --crossed {known[0]},{known[^1]}"
            );
        }

        var kept = CrossedCore.Of(data, Canonical(names[0], layout.Person, layout.Item), Canonical(names[1], layout.Person, layout.Item));
        if (kept.Count < data.Count)
        {
            notes.Add(
                $"left out: {data.Count - kept.Count} of {data.Count} responses, whose {names[0]} met only one {names[1]} or the other way round (--crossed)"
            );
        }

        return kept;
    }

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
