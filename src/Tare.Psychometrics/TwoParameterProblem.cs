namespace Tare.Psychometrics;

/// <summary>What a two-parameter least-squares fit is about: data, bounds, penalty. Immutable, shared by all workspaces.</summary>
internal sealed class TwoParameterProblem
{
    internal TwoParameterProblem(ResponseMatrix data, TwoParameterLeastSquaresOptions options)
    {
        Data = data;
        Options = options;
        Pinned = PinnedIndex(data, options.PinnedItem);
        var freeCount = data.Persons.Count + (2 * data.Items.Count) - (Pinned < 0 ? 0 : 1);
        RidgePerParameter = options.Ridge / freeCount;
    }

    internal ResponseMatrix Data { get; }

    internal TwoParameterLeastSquaresOptions Options { get; }

    /// <summary>Index of the item with discrimination 1, or -1.</summary>
    internal int Pinned { get; }

    /// <summary>λ / P.</summary>
    internal double RidgePerParameter { get; }

    internal double Clip(double value) => Math.Clamp(value, Options.Clip, 1 - Options.Clip);

    private static int PinnedIndex(ResponseMatrix data, string? item)
    {
        if (item is null)
        {
            return -1;
        }

        for (var k = 0; k < data.Items.Count; k++)
        {
            if (data.Items[k] == item)
            {
                return k;
            }
        }

        throw new NotIdentifiedException(
            $"The item '{item}', whose discrimination is fixed at 1, has no response; items are {NameList.Of([.. data.Items], 4)}. "
                + "Pin an item of the data, or none."
        );
    }
}
