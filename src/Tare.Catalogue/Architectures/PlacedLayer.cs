using Tare.Records;

namespace Tare.Catalogue;

/// <summary>One layer at its place in a configuration.</summary>
/// <param name="Layer">What it is.</param>
/// <param name="Owner">Position of the layer whose cache it reads, or null where it keeps its own.</param>
internal readonly record struct PlacedLayer(LayerKind Layer, int? Owner = null)
{
    /// <summary>Neighbours that are equal become one group; owners are named by group.</summary>
    public static IReadOnlyList<LayerGroup> Runs(IReadOnlyList<PlacedLayer> layers)
    {
        List<LayerGroup> groups = [];
        int[] groupOf = new int[layers.Count];
        for (int position = 0; position < layers.Count; position++)
        {
            PlacedLayer layer = layers[position];
            if (position > 0 && layers[position - 1] == layer)
            {
                groups[^1] = groups[^1] with { Count = groups[^1].Count + 1 };
            }
            else
            {
                groups.Add(new LayerGroup(1, layer.Layer) { CacheOwner = layer.Owner is { } owner ? groupOf[owner] : null });
            }

            groupOf[position] = groups.Count - 1;
        }

        return groups;
    }
}
