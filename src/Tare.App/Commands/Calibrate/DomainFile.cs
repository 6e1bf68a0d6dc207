using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Reads the map of <c>--domains</c>: a CSV file with the columns item,domain.</summary>
internal static class DomainFile
{
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw InputException.At(path, "no such file", "a CSV file with the columns item,domain", "check the path of --domains");
        }

        using var reader = new StreamReader(path);
        using var csv = new CsvReader(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null }
        );
        if (
            !csv.Read()
            || !csv.ReadHeader()
            || csv.GetFieldIndex("item", isTryGet: true) < 0
            || csv.GetFieldIndex("domain", isTryGet: true) < 0
        )
        {
            throw InputException.At(
                $"{path}, line 1",
                string.Join(", ", csv.HeaderRecord ?? []),
                "the columns item and domain",
                "name them in the first line"
            );
        }

        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var (item, domain) = (csv.GetField("item") ?? "", csv.GetField("domain") ?? "");
            if (item.Length == 0 || domain.Length == 0)
            {
                throw InputException.At(
                    $"{path}, line {csv.Parser.RawRow}",
                    "an empty field",
                    "an item and its domain",
                    "fill it in, or remove the line"
                );
            }

            if (!map.TryAdd(item, domain) && map[item] != domain)
            {
                throw InputException.At(
                    $"{path}, line {csv.Parser.RawRow}",
                    $"a second domain '{domain}' of item '{item}'",
                    $"one domain an item; it had '{map[item]}'",
                    "remove one of the lines"
                );
            }
        }

        return map;
    }
}
