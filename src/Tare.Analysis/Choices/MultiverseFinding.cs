namespace Tare.Analysis;

/// <summary>A grid of specifications, summed up.</summary>
public sealed record MultiverseFinding
{
    /// <summary>The choices of the grid.</summary>
    public required IReadOnlyList<GridChoice> Choices { get; init; }

    /// <summary>Every specification, in the order of the grid.</summary>
    public required IReadOnlyList<SpecificationResult> Results { get; init; }

    /// <summary>What each choice does.</summary>
    public required IReadOnlyList<ChoiceRow> Rows { get; init; }

    /// <summary>Quantiles of the months, by probability.</summary>
    public required IReadOnlyList<(double Probability, double Months)> Quantiles { get; init; }

    /// <summary>Reasons for which specifications have no months, most frequent first.</summary>
    public required IReadOnlyList<(string Reason, int Count)> NotComputable { get; init; }

    /// <summary>Median width of the intervals, months; <see langword="null"/> without draws.</summary>
    public double? MedianWidth { get; init; }

    /// <summary>Specifications with months.</summary>
    public int Known => Results.Count(r => r.Months is not null);

    /// <summary>The median over specifications, months.</summary>
    public double Median => Quantile(0.5);

    /// <summary>The quantile at one of the probabilities of <see cref="Quantiles"/>.</summary>
    /// <param name="probability">The probability.</param>
    public double Quantile(double probability) => Quantiles.First(q => q.Probability.Equals(probability)).Months;

    /// <summary>What a specification takes of each choice, by position.</summary>
    /// <param name="index">Its place in the grid.</param>
    public int[] Picks(int index)
    {
        var picks = new int[Choices.Count];
        for (var k = Choices.Count - 1; k >= 0; k--)
        {
            picks[k] = index % Choices[k].Alternatives.Count;
            index /= Choices[k].Alternatives.Count;
        }

        return picks;
    }
}
