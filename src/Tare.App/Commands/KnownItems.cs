using System.CommandLine;
using Tare.Catalogue;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Items that a command takes as known: the file and what to leave out of it.</summary>
internal sealed class KnownItems
{
    private readonly Option<string> _items = new("--items")
    {
        Description = "Items with known parameters: the items.csv of 'tare calibrate --out', or mirt's item,a1,d[,g][,u].",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _leaveOut = new("--leave-out") { Description = "Items not to use, with commas.", HelpName = "ITEMS" };

    /// <summary>The options, for the command.</summary>
    public IEnumerable<Option> Options => [_items, _leaveOut];

    /// <summary>Reads the file.</summary>
    public (ItemFile File, InputFile Digest) Read(ParseResult parse)
    {
        var left = parse.GetValue(_leaveOut)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var (file, digest) = Read(parse.GetValue(_items)!, left);
        var unknown = left.Except(file.LeftOut, StringComparer.Ordinal).ToArray();
        return unknown.Length == 0
            ? (file, digest)
            : throw InputException.At(
                "--leave-out",
                $"'{unknown[0]}'",
                $"an item of {parse.GetValue(_items)}",
                NearestNames.NextStep(unknown[0], file.Items.Select(i => i.Id), "check the name")
            );
    }

    /// <summary>Reads a file of items.</summary>
    public static (ItemFile File, InputFile Digest) Read(string path, IReadOnlyCollection<string> leaveOut)
    {
        if (!File.Exists(path))
        {
            throw InputException.At(path, "no such file", "a file of items", "'tare calibrate RESPONSES --out DIR' writes DIR/items.csv");
        }

        using var reader = new StreamReader(path);
        try
        {
            return (ItemReader.Read(reader, path, leaveOut), ImportSource.FromPath(path).Files().Single());
        }
        catch (ResponseFormatException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    /// <summary>What a reader must know of the file.</summary>
    public static IEnumerable<string> Warnings(ItemFile file)
    {
        if (file.NotIdentified.Count > 0)
        {
            yield return $"{Screens.Show.Count(file.NotIdentified.Count, "item")} of the file without parameters (not identified) and not used: {Names(file.NotIdentified)}";
        }
    }

    /// <summary>The first names, and how many more there are.</summary>
    public static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(5)) + (names.Count > 5 ? $" and {Screens.Show.Count(names.Count - 5)} more" : "");
}
