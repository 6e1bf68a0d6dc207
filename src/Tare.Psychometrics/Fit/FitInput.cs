namespace Tare.Psychometrics;

/// <summary>Responses and known items as the fit statistics read them.</summary>
internal sealed class FitInput
{
    internal FitInput(ResponseMatrix data, IReadOnlyList<ItemParameters?> items, IReadOnlyList<double> starts)
    {
        Data = data;
        Slope = [.. items.Select(i => i?.Discrimination ?? 0)];
        Intercept = [.. items.Select(i => i?.Intercept ?? 0)];
        Guessing = [.. items.Select(i => i?.Guessing ?? 0)];
        IsKnown = [.. items.Select(i => i is not null)];
        HasGuessing = Guessing.Any(c => c > 0);
        Starts = starts;
    }

    internal ResponseMatrix Data { get; }

    internal double[] Slope { get; }

    internal double[] Intercept { get; }

    internal double[] Guessing { get; }

    internal bool[] IsKnown { get; }

    internal bool HasGuessing { get; }

    /// <summary>An ability to start from for each person, logits.</summary>
    internal IReadOnlyList<double> Starts { get; }

    internal int Persons => Data.Persons.Count;

    internal int Items => Data.Items.Count;

    internal double Frequency(int person) => Data.HasFrequency ? Data.PersonFrequency[person] : 1;

    internal static FitInput Of(ItemCalibration calibration) =>
        new(
            calibration.Data,
            [.. calibration.Items.Select(i => i.Parameters)],
            [.. calibration.Persons.Select(p => p.Ability is Estimate.Known k ? k.Value : 0)]
        );

    /// <summary>Probability of a right answer, that of a wrong one, and P' / (P Q).</summary>
    internal (double P, double Q, double Ratio) Curve(int item, double theta)
    {
        var z = (Slope[item] * theta) + Intercept[item];
        var e = Math.Exp(-Math.Abs(z));
        var large = 1 / (1 + e);
        var small = e * large;
        var (star, starQ) = z >= 0 ? (large, small) : (small, large);
        var c = Guessing[item];
        if (c == 0)
        {
            return (star, starQ, Slope[item]);
        }

        var p = c + ((1 - c) * star);
        return (p, (1 - c) * starQ, Slope[item] * star / p);
    }
}
