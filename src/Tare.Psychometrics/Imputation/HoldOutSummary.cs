namespace Tare.Psychometrics;

/// <summary>Counts of a hold-out study into cells.</summary>
internal static class HoldOutSummary
{
    internal static List<HoldOutCell> Of(HeldOutPerson[] held, HoldOutOptions options, int items, double lower, double upper)
    {
        var cells = new List<HoldOutCell>();
        foreach (var variant in Enum.GetValues<ImputationVariant>().Where(v => held.Any(h => h.Trials.Any(t => t.Variant == v))))
        {
            foreach (var share in options.Shares)
            {
                for (var third = 0; third <= 3; third++)
                {
                    var persons = held.Where(h => third == 0 || Third(h, lower, upper) == third)
                        .Select(h => h.Trials.Where(t => t.Variant == variant && t.Share == share).ToList())
                        .Where(t => t.Any(x => x.IsKnown))
                        .ToList();
                    if (persons.Count > 1)
                    {
                        cells.Add(Cell(new HoldOutCellKey(variant, share, HeldOutPerson.RunCount(share, items), third), persons));
                    }
                }
            }
        }

        return cells;
    }

    private static int Third(HeldOutPerson held, double lower, double upper) =>
        held.Unevenness is not { } u ? 0
        : u <= lower ? 1
        : u <= upper ? 2
        : 3;

    private static HoldOutCell Cell(HoldOutCellKey key, List<List<HoldOutTrial>> persons)
    {
        var known = persons.Select(t => t.Where(x => x.IsKnown).ToList()).ToList();
        var all = known.SelectMany(t => t).ToList();
        var means = known.Select(t => t.Average(x => x.Error)).ToList();
        var bias = means.Average();
        var systematic = known.Zip(means, (t, m) => (m * m) - Noise(t, m)).Average();
        return new HoldOutCell(key.Variant, key.Share, key.RunCount, key.Third)
        {
            Persons = persons.Count,
            Count = all.Count,
            NotIdentified = persons.Sum(t => t.Count) - all.Count,
            Bias = bias,
            BiasError = Math.Sqrt(means.Sum(m => (m - bias) * (m - bias)) / (means.Count - 1.0) / means.Count),
            PersonBias = Math.Sqrt(Math.Max(0, systematic)),
            RootMeanSquare = Math.Sqrt(all.Average(t => t.Error * t.Error)),
            Coverage = all.Count(t => t.IsHit) / (double)all.Count,
            MeanStandardError = all.Average(t => t.StandardError),
        };
    }

    /// <summary>Squared standard error of a person's mean error over subsets.</summary>
    private static double Noise(List<HoldOutTrial> trials, double mean) =>
        trials.Count < 2 ? 0 : trials.Sum(t => (t.Error - mean) * (t.Error - mean)) / (trials.Count - 1.0) / trials.Count;

    private readonly record struct HoldOutCellKey(ImputationVariant Variant, double Share, int RunCount, int Third);
}
