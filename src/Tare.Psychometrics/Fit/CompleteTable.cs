namespace Tare.Psychometrics;

/// <summary>Observed shares right, alone and by pairs, of the persons who answered every calibrated item.</summary>
/// <param name="Items">Indices of the calibrated items.</param>
/// <param name="Shares">First each item's share right, then each pair's share of both right, row by row.</param>
/// <param name="Persons">Persons, with frequencies.</param>
/// <param name="LeftOut">Persons with a missing answer, with frequencies.</param>
internal sealed record CompleteTable(int[] Items, double[] Shares, double Persons, double LeftOut)
{
    private const double LargestShareLeftOut = 0.1;
    private const int FewestPersons = 100;

    internal static CompleteTable? Of(ItemCalibration calibration, FitOptions options, out string? reason)
    {
        var data = calibration.Data;
        var items = Enumerable.Range(0, data.Items.Count).Where(j => calibration.Items[j].Parameters is not null).ToArray();
        var moments = items.Length * (items.Length + 1) / 2;
        reason =
            data.Right.IsEmpty || data.HasTrials || data.HasImportance
                ? "M2 is for right and wrong answers, each tried once, without importance weights."
            : items.Length > options.MostItemsForM2
                ? $"{items.Length} calibrated items; M2 is computed up to {options.MostItemsForM2}, since it needs the covariance of all {moments:N0} shares. Look at the pairs with the largest Q3 instead."
            : moments <= calibration.ParameterCount
                ? $"{items.Length} items give {moments} shares for {calibration.ParameterCount} parameters: no degree of freedom is left."
            : null;
        if (reason is not null)
        {
            return null;
        }

        var table = Count(data, items);
        reason =
            table.LeftOut > LargestShareLeftOut * (table.Persons + table.LeftOut)
                ? $"{table.LeftOut:0} of {table.Persons + table.LeftOut:0} persons did not answer every item; M2 needs nearly complete data (at most {LargestShareLeftOut:P0} left out)."
            : table.Persons < FewestPersons
                ? $"{table.Persons:0} persons; the chi-squared distribution of M2 needs at least {FewestPersons}."
            : null;
        return reason is null ? table : null;
    }

    private static CompleteTable Count(ResponseMatrix data, int[] items)
    {
        var position = new int[data.Items.Count];
        Array.Fill(position, -1);
        for (var k = 0; k < items.Length; k++)
        {
            position[items[k]] = k;
        }

        var shares = new double[items.Length * (items.Length + 1) / 2];
        var (persons, leftOut) = (0.0, 0.0);
        var right = new List<int>();
        for (var p = 0; p < data.Persons.Count; p++)
        {
            right.Clear();
            var answered = 0;
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                var item = position[data.ItemOf[k]];
                answered += item >= 0 ? 1 : 0;
                if (item >= 0 && data.Right[k] == 1)
                {
                    right.Add(item);
                }
            }

            var frequency = data.HasFrequency ? data.PersonFrequency[p] : 1;
            if (answered != items.Length)
            {
                leftOut += frequency;
                continue;
            }

            persons += frequency;
            for (var i = 0; i < right.Count; i++)
            {
                shares[right[i]] += frequency;
                for (var j = i + 1; j < right.Count; j++)
                {
                    shares[PairStatistic.Pair(right[i], right[j], items.Length)] += frequency;
                }
            }
        }

        for (var k = 0; persons > 0 && k < shares.Length; k++)
        {
            shares[k] /= persons;
        }

        return new CompleteTable(items, shares, persons, leftOut);
    }
}
