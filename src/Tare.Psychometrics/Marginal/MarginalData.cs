namespace Tare.Psychometrics;

/// <summary>The data as the estimator sees it: items that carry information, in a layout made for the E-step.</summary>
internal sealed class MarginalData
{
    private readonly double[]? _frequency;

    internal MarginalData(
        int persons,
        int[] items,
        double[]? frequency,
        PersonRows rows,
        double[] right,
        double[] trials,
        double totalFrequency
    )
    {
        Persons = persons;
        Items = items;
        _frequency = frequency;
        Rows = rows;
        Right = right;
        Trials = trials;
        TotalFrequency = totalFrequency;
    }

    internal int Persons { get; }

    /// <summary>Index in the matrix of each item that takes part.</summary>
    internal int[] Items { get; }

    internal PersonRows Rows { get; }

    /// <summary>Per item that takes part, the sum of right answers times frequency and importance.</summary>
    internal double[] Right { get; }

    /// <summary>Per item that takes part, the sum of trials times frequency and importance.</summary>
    internal double[] Trials { get; }

    internal double TotalFrequency { get; }

    internal double Frequency(int person) => _frequency is null ? 1 : _frequency[person];
}
