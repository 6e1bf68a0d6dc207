using System.CommandLine;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The options of <c>tare calibrate</c> that say what is compared: groups of persons, and families.</summary>
internal sealed class CalibrateComparisons
{
    public Option<string?> Dif { get; } =
        new("--dif")
        {
            Description = "Column whose levels are compared item by item, at equal ability (differential item functioning).",
            HelpName = "COLUMN",
        };

    public Option<string?> Groups { get; } =
        new("--groups") { Description = "A table person,COLUMN,...: groups of persons, as further columns. CSV.", HelpName = "FILE" };

    public Option<string?> Families { get; } =
        new("--compare")
        {
            Description = "Further families, with commas: how well each predicts a person it has not seen.",
            HelpName = "NAMES",
        };

    /// <summary>The families to compare; none where none was asked for.</summary>
    public IReadOnlyList<ResponseModel> FamiliesOf(ParseResult parse, Func<string, ResponseModel> find) =>
        parse.GetValue(Families) is { } names ? [.. names.Split(',', StringSplitOptions.TrimEntries).Select(find)] : [];

    /// <summary>The responses with the groups' columns, and the files that both come from.</summary>
    public (ResponseMatrix Data, IReadOnlyList<string> Files) Join(ParseResult parse, string path, ResponseMatrix data) =>
        parse.GetValue(Groups) is { } table ? (WithGroups(data, table), [path, table]) : (data, [path]);

    /// <summary>Refuses comparisons where no items are calibrated by marginal maximum likelihood.</summary>
    public void RequireNone(ParseResult parse, string family, string estimator)
    {
        string? asked =
            parse.GetValue(Dif) is not null ? "--dif"
            : parse.GetValue(Families) is not null ? "--compare"
            : null;
        if (asked is not null)
        {
            throw InputException.At(
                asked,
                $"with --family {family} --estimator {estimator}",
                "a family with calibrated items (rasch, 1pl, 2pl, 3pl) by mml",
                asked == "--dif" && family == "many-facet"
                    ? "that family tells the same by its terms item x column; or take --family 1pl"
                    : "take --family 1pl, or leave the option out"
            );
        }
    }

    /// <summary>The column to compare, checked; <see langword="null"/> where none was asked for.</summary>
    public string? Column(ParseResult parse, ResponseMatrix data)
    {
        var name = parse.GetValue(Dif);
        if (name is null)
        {
            return null;
        }

        if (data.IsContinuous)
        {
            throw InputException.At(
                "--dif",
                "responses that are shares",
                "right and wrong answers, or k of n",
                "give the trials in a column 'trials'"
            );
        }

        return data.Facets.Any(f => f.Name == name)
            ? name
            : throw InputException.At(
                "--dif",
                $"'{name}'",
                data.Facets.Count == 0
                    ? "a column beside person, item and response; there is none"
                    : $"one of {string.Join(", ", data.Facets.Select(f => f.Name))}",
                "add the column to the responses, or give the persons' groups with --groups FILE"
            );
    }

    private static ResponseMatrix WithGroups(ResponseMatrix data, string path)
    {
        if (!File.Exists(path))
        {
            throw InputException.At(
                path,
                "no such file",
                "a table person,COLUMN,...",
                "check the path; it is relative to the current folder"
            );
        }

        using var reader = new StreamReader(path);
        try
        {
            return data.WithGroups(PersonGroups.Read(reader, path));
        }
        catch (ResponseFormatException e)
        {
            throw new InputException(e.Message, e);
        }
        catch (ArgumentException e)
        {
            throw InputException.At(
                path,
                "groups that do not fit the responses",
                "a group for every person, in columns of their own",
                e.Message
            );
        }
    }
}
