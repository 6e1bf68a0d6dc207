namespace Tare.Psychometrics;

/// <summary>What a pass over some persons adds up.</summary>
internal sealed class DimensionSums
{
    /// <summary>Numbers kept of each item: gradient in (general slope, domain slope, intercept), then the information's lower triangle.</summary>
    internal const int PerItem = 9;

    internal DimensionSums(int items, int dimensions)
    {
        Item = new double[PerItem * items];
        First = new double[dimensions];
        Second = new double[dimensions * dimensions];
    }

    internal double LogLikelihood { get; set; }

    internal double[] Item { get; }

    /// <summary>Σ f E[θ].</summary>
    internal double[] First { get; }

    /// <summary>Σ f E[θ θᵀ].</summary>
    internal double[] Second { get; }

    internal void Clear()
    {
        LogLikelihood = 0;
        Array.Clear(Item);
        Array.Clear(First);
        Array.Clear(Second);
    }

    internal void Add(DimensionSums other)
    {
        LogLikelihood += other.LogLikelihood;
        Add(Item, other.Item);
        Add(First, other.First);
        Add(Second, other.Second);
    }

    private static void Add(double[] to, double[] from)
    {
        for (var k = 0; k < to.Length; k++)
        {
            to[k] += from[k];
        }
    }
}
