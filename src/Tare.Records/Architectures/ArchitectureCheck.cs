using System.Globalization;

namespace Tare.Records;

/// <summary>Refuses a layer list that cannot be: a count below one, a size below its minimum, a cache owner that is not there.</summary>
public static class ArchitectureCheck
{
    private const string NextStep = "Correct the layer list, or name another model.";

    /// <summary>Returns the architecture, or throws with place, value, expectation and next step.</summary>
    /// <param name="architecture">What to check.</param>
    /// <param name="place">Where it was read: a file, or the name of the model.</param>
    public static Architecture Require(Architecture architecture, string place)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (architecture.Layers.Count == 0)
        {
            throw InputException.At($"{place}, layers", "empty", "at least one group of layers", NextStep);
        }

        RequireParameters(architecture, place);
        for (int group = 0; group < architecture.Layers.Count; group++)
        {
            RequireGroup(architecture.Layers, group, place);
        }

        return architecture;
    }

    private static void RequireParameters(Architecture architecture, string place)
    {
        Require(architecture.ActiveParameters, 1, place, "activeParameters");
        Require(architecture.TotalParameters, architecture.ActiveParameters ?? 1, place, "totalParameters");
        Require(architecture.ContextTokens, 1, place, "contextTokens");
    }

    private static void Require(long? value, long minimum, string place, string field)
    {
        if (value is { } known && known < minimum)
        {
            throw Wrong($"{place}, {field}", known, minimum);
        }
    }

    private static void RequireGroup(IReadOnlyList<LayerGroup> layers, int position, string place)
    {
        LayerGroup group = layers[position];
        string where = string.Create(CultureInfo.InvariantCulture, $"{place}, layers[{position}] ({group.Layer.Word})");
        if (group.Count < 1)
        {
            throw Wrong($"{where}, count", group.Count, 1);
        }

        foreach (LayerSize size in group.Layer.Sizes.Where(s => s.Value < s.Minimum))
        {
            throw Wrong($"{where}, {size.Field}", size.Value, size.Minimum);
        }

        RequireParts(group.Layer, where);
        RequireOwner(layers, position, where);
    }

    /// <summary>The rotary part is inside a kept vector, and heads divide into groups.</summary>
    private static void RequireParts(LayerKind layer, string where)
    {
        switch (layer)
        {
            case GroupedAttention grouped:
                RequireHeads(grouped.QueryHeads, grouped.KeyValueHeads, where);
                RequireInside(grouped.PositionDimension, grouped.KeyDimension, "keyDim", where);
                if (grouped.Values == ValueStorage.KeyIsValue && grouped.KeyDimension != grouped.ValueDimension)
                {
                    throw InputException.At(
                        $"{where}, valueDim",
                        Text(grouped.ValueDimension),
                        $"{Text(grouped.KeyDimension)}, the size of the key, since one vector serves as both",
                        NextStep
                    );
                }

                break;
            case CompressedAttention compressed:
                RequireInside(compressed.PositionDimension, compressed.Dimension, "dim", where);
                break;
            case ConvolutionalAttention convolutional:
                RequireHeads(convolutional.QueryHeads, convolutional.KeyValueHeads, where);
                break;
            default:
                break;
        }
    }

    private static void RequireHeads(int queryHeads, int keyValueHeads, string where)
    {
        if (queryHeads % keyValueHeads != 0)
        {
            throw InputException.At($"{where}, kvHeads", Text(keyValueHeads), $"a divisor of the {Text(queryHeads)} query heads", NextStep);
        }
    }

    private static void RequireInside(int part, int whole, string wholeField, string where)
    {
        if (part > whole)
        {
            throw InputException.At($"{where}, positionDim", Text(part), $"at most {wholeField}, {Text(whole)}", NextStep);
        }
    }

    private static void RequireOwner(IReadOnlyList<LayerGroup> layers, int position, string where)
    {
        if (layers[position].CacheOwner is not { } owner)
        {
            return;
        }

        if (owner < 0 || owner >= position)
        {
            throw InputException.At(
                $"{where}, cacheOwner",
                Text(owner),
                "the position, from 0, of an earlier group",
                "Name the group whose cache these layers read, or leave the field out."
            );
        }

        if (layers[owner].CacheOwner is not null || !SameCache(layers[owner].Layer, layers[position].Layer))
        {
            throw InputException.At(
                $"{where}, cacheOwner",
                Text(owner),
                "a group that keeps its own cache, of the same kind and the same cached sizes",
                "Name the last owning group of that kind."
            );
        }
    }

    /// <summary>A reader may have other query heads than the owner, but never another cache.</summary>
    private static bool SameCache(LayerKind owner, LayerKind reader) =>
        (owner, reader) switch
        {
            (FullAttention a, FullAttention b) => a with { QueryHeads = b.QueryHeads } == b,
            (WindowAttention a, WindowAttention b) => a with { QueryHeads = b.QueryHeads } == b,
            _ => owner == reader,
        };

    private static InputException Wrong(string place, long value, long minimum) =>
        InputException.At(place, Text(value), $"a whole number of at least {Text(minimum)}", NextStep);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
