using System.Globalization;

namespace Tare.Catalogue;

/// <summary>Which layer of a configuration is of which kind.</summary>
internal static class LayerSchedule
{
    /// <summary>The word of Transformers for attention to everything.</summary>
    public const string Full = "full_attention";

    /// <summary>The word of Transformers for a sliding window.</summary>
    public const string Sliding = "sliding_attention";

    private const int MostLayers = 10_000;

    /// <summary>The number of decoder layers.</summary>
    public static int Count(JsonFields fields)
    {
        int count = fields.Int("num_hidden_layers");
        return count <= MostLayers ? count : throw fields.Wrong("num_hidden_layers", Invariant($"a whole number from 1 to {MostLayers}"));
    }

    /// <summary>
    /// The words of <c>layer_types</c>, one per layer; where the field is absent, a rule for a layer's position from 0 if the family has one.
    /// </summary>
    public static IReadOnlyList<string> Kinds(JsonFields fields, IReadOnlyList<string> allowed, Func<int, string>? whenAbsent = null)
    {
        int count = Count(fields);
        if (!fields.Has("layer_types"))
        {
            return whenAbsent is null
                ? throw fields.Missing("layer_types", Invariant($"a list of {count} kinds: {string.Join(", ", allowed)}"))
                : [.. Enumerable.Range(0, count).Select(whenAbsent)];
        }

        IReadOnlyList<string> kinds = fields.Texts("layer_types");
        if (kinds.Count != count)
        {
            throw fields.Wrong("layer_types", Invariant($"{count} entries, one for each of num_hidden_layers, not {kinds.Count}"));
        }

        for (int layer = 0; layer < count; layer++)
        {
            if (!allowed.Contains(kinds[layer], StringComparer.Ordinal))
            {
                throw fields.WrongElement("layer_types", layer, string.Join(" or ", allowed));
            }
        }

        return kinds;
    }

    /// <summary>A list of whole numbers, one per layer.</summary>
    public static IReadOnlyList<int> PerLayer(JsonFields fields, string field, int minimum)
    {
        int count = Count(fields);
        if (!fields.Has(field))
        {
            throw fields.Missing(field, Invariant($"a list of {count} whole numbers"));
        }

        IReadOnlyList<int> values = fields.Ints(field, minimum);
        return values.Count == count
            ? values
            : throw fields.Wrong(field, Invariant($"{count} entries, one for each of num_hidden_layers, not {values.Count}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
