namespace Tare.Analysis;

/// <summary>What one draw changes before a refit: scores, their multiplicities, and the dates of models. One thread uses it at a time.</summary>
internal sealed class RefitDraw(double[] values, DateOnly?[] dates)
{
    /// <summary>Scores, shares in [0, 1].</summary>
    internal double[] Values { get; } = [.. values];

    /// <summary>How much each score counts.</summary>
    internal double[] Multiplicity { get; } = new double[values.Length];

    /// <summary>Release date of each model of the table.</summary>
    internal DateOnly?[] Dates { get; } = [.. dates];

    /// <summary>Back to the data as they are.</summary>
    internal void Reset()
    {
        values.CopyTo(Values, 0);
        dates.CopyTo(Dates, 0);
        Array.Fill(Multiplicity, 1);
    }
}
