using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Which benchmark each item belongs to, and the one that is filled in.</summary>
/// <param name="Name">The benchmark to fill in; <see langword="null"/> where all items are one.</param>
/// <param name="NameOf">The benchmark of an item.</param>
internal sealed record ItemBenchmarks(string? Name, Func<string, string?> NameOf)
{
    private const string Column = "benchmark";

    public static ItemBenchmarks From(ResponseMatrix data, string path, string? wanted, string? prefix)
    {
        var of = prefix is { Length: > 0 } ? item => item.Split(prefix, 2)[0] : ByColumn(data, path);
        var names = data
            .Items.Select(i => of?.Invoke(i))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (of is null && wanted is not null)
        {
            throw InputException.At(
                $"--benchmark '{wanted}'",
                $"{path} has no column '{Column}'",
                "a column that names each item's benchmark",
                "add it, or give --benchmark-prefix, or leave --benchmark out: all items are then one benchmark"
            );
        }

        if (wanted is not null && !names.Contains(wanted, StringComparer.Ordinal))
        {
            throw InputException.At(
                $"--benchmark '{wanted}'",
                "no item belongs to it",
                $"one of {string.Join(", ", names)}",
                NearestNames.NextStep(wanted, names, "take one of them")
            );
        }

        if (wanted is null && names.Count > 1)
        {
            throw InputException.At(
                "--benchmark",
                $"not given, and the items belong to {names.Count} benchmarks",
                $"one of {string.Join(", ", names)}",
                $"for example --benchmark {names[0]}"
            );
        }

        return new ItemBenchmarks(names.Count > 1 ? wanted : null, of ?? (_ => null));
    }

    private static Func<string, string?>? ByColumn(ResponseMatrix data, string path)
    {
        if (data.Facets.FirstOrDefault(f => f.Name == Column) is not { } facet)
        {
            return null;
        }

        var of = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var k = 0; k < data.Count; k++)
        {
            var (item, name) = (data.Items[data.ItemOf[k]], facet.Levels[facet.LevelOf[k]]);
            if (!of.TryAdd(item, name) && of[item] != name)
            {
                throw InputException.At(
                    $"{path}, item '{item}'",
                    $"in benchmark '{name}' and in '{of[item]}'",
                    "one benchmark for each item",
                    "give items of different benchmarks different names"
                );
            }
        }

        return item => of.GetValueOrDefault(item);
    }
}
