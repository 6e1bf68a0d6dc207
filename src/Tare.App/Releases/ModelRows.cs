using Tare.Analysis;
using Tare.Catalogue;
using Tare.Costs;
using Tare.Records;

namespace Tare.App.Releases;

/// <summary>Joins releases with abilities and memory, and orders them.</summary>
internal static class ModelRows
{
    public static IReadOnlyList<ModelRow> Of(IEnumerable<ModelRelease> releases, AbilityTable abilities, MemoryAssumption memory)
    {
        var able = abilities.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var architectures = ArchitectureDocument.Curated().ToDictionary(a => a.Id, StringComparer.Ordinal);
        return
        [
            .. releases.Select(r => new ModelRow(
                r,
                able.GetValueOrDefault(r.Id),
                r.ArchitectureId is { } id ? Memory(r, architectures[id], memory) : null
            )),
        ];
    }

    /// <summary>Known values first, the best in front; what is unknown last, by name.</summary>
    public static IReadOnlyList<ModelRow> Sorted(IEnumerable<ModelRow> rows, ModelSort sort) =>
        sort switch
        {
            ModelSort.Date =>
            [
                .. rows.OrderBy(r => r.Release.ReleaseDate.Earliest ?? DateTimeOffset.MaxValue)
                    .ThenBy(r => r.Release.Id, StringComparer.Ordinal),
            ],
            ModelSort.Name => [.. rows.OrderBy(r => r.Release.Name, StringComparer.OrdinalIgnoreCase)],
            _ =>
            [
                .. rows.OrderByDescending(r => Key(r, sort) ?? double.NegativeInfinity).ThenBy(r => r.Release.Id, StringComparer.Ordinal),
            ],
        };

    /// <summary>The number that a list is ordered by, or <see langword="null"/> where it is not known.</summary>
    public static double? Key(ModelRow row, ModelSort sort) =>
        sort switch
        {
            ModelSort.Ability => row.Ability?.Value,
            ModelSort.AbilityPerParameter => row.PerActiveParameter,
            ModelSort.AbilityPerGigabyte => row.PerGigabyte,
            ModelSort.AbilityPerDollar => row.PerDollar,
            _ => null,
        };

    private static long? Memory(ModelRelease release, Architecture architecture, MemoryAssumption memory)
    {
        if (release.TotalParameters is not { } parameters)
        {
            return null;
        }

        var cache = ServingCost.Of(architecture, memory.ContextTokens, ServingOptions.NativeTo(architecture)).Cache.TotalBytes;
        return (long)Math.Ceiling(parameters * (decimal)memory.WeightBits / 8) + cache;
    }
}
