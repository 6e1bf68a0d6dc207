namespace Tare.Psychometrics;

/// <summary>Applies a rule for several trials; and the bounds of a rule where only the mean is known.</summary>
/// <remarks>See docs/methods/scoring-rules.md.</remarks>
public static class AttemptRules
{
    /// <summary>Probability that at least one of two trials succeeds, estimated without bias from k of n: 1 - C(n - k, 2) / C(n, 2). Chen et al. (2021), equation 1.</summary>
    /// <param name="successes">k, in 0 ... n.</param>
    /// <param name="trials">n, at least 2.</param>
    public static double PassAtTwo(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double failures = trials - successes;
        return 1 - (failures * (failures - 1) / ((double)trials * (trials - 1)));
    }

    /// <summary>
    /// The sharp bounds of the mean pass@2 of items whose mean share of success is known, each trial independent: [m, 1 - (1 - m)²]. The lower one is
    /// reached where every item always or never succeeds, the upper one where all items are equally likely (Jensen's inequality).
    /// </summary>
    /// <param name="mean">m, in [0, 1].</param>
    public static (double Lower, double Upper) PassAtTwoBounds(double mean)
    {
        RequireShare(mean, nameof(mean));
        return (mean, 1 - ((1 - mean) * (1 - mean)));
    }

    /// <summary>
    /// The same where each item was tried exactly n times and pass@2 is taken over those trials: the upper bound joins the values at whole k by
    /// straight lines, since no item can have a broken number of successes.
    /// </summary>
    /// <param name="mean">m, in [0, 1].</param>
    /// <param name="trials">n, at least 2.</param>
    public static (double Lower, double Upper) PassAtTwoBounds(double mean, int trials)
    {
        RequireShare(mean, nameof(mean));
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 2);
        var k = Math.Min((int)Math.Floor(mean * trials), trials - 1);
        var part = (mean * trials) - k;
        return (mean, ((1 - part) * PassAtTwo(k, trials)) + (part * PassAtTwo(k + 1, trials)));
    }

    /// <summary>The bounds of the mean share of success where the mean pass@2 is known: [1 - √(1 - s), s].</summary>
    /// <param name="passAtTwo">s, in [0, 1].</param>
    public static (double Lower, double Upper) MeanBounds(double passAtTwo)
    {
        RequireShare(passAtTwo, nameof(passAtTwo));
        return (1 - Math.Sqrt(1 - passAtTwo), passAtTwo);
    }

    /// <summary>The matrix with each response scored by a rule. Facets, frequencies and importance stay.</summary>
    /// <param name="data">Responses; those of one person to one item under the same facet levels are pooled first.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="tooFew">Responses left out, since the rule needs two trials and they have one.</param>
    public static ResponseMatrix Apply(ResponseMatrix data, AttemptRule rule, out int tooFew)
    {
        ArgumentNullException.ThrowIfNull(data);
        tooFew = 0;
        if (rule == AttemptRule.Mean)
        {
            return data;
        }

        var scored = new List<Response>(data.Count);
        foreach (var (first, right, trials) in Cells(data))
        {
            if (rule == AttemptRule.PassAtTwo && trials < 2)
            {
                tooFew++;
                continue;
            }

            scored.Add(
                new Response(
                    data.Persons[data.PersonOf[first]],
                    data.Items[data.ItemOf[first]],
                    rule == AttemptRule.Best ? Math.Min(right, 1) : PassAtTwo(right, trials),
                    data.Importance[first]
                )
                {
                    Frequency = data.HasFrequency ? data.PersonFrequency[data.PersonOf[first]] : null,
                    Levels = data.Facets.Count == 0 ? null : [.. data.Facets.Select(f => f.Levels[f.LevelOf[first]])],
                }
            );
        }

        if (scored.Count == 0)
        {
            throw new NotIdentifiedException(
                "No response has two trials, so pass@2 cannot be told. Give the attempts as trials, or take the mean."
            );
        }

        return ResponseMatrix.From(scored, [.. data.Facets.Select(f => f.Name)]);
    }

    /// <summary>Neighbouring responses of one person to one item under the same levels, pooled: position of the first, successes, trials.</summary>
    private static IEnumerable<(int First, int Right, int Trials)> Cells(ResponseMatrix data)
    {
        for (var k = 0; k < data.Count; )
        {
            var (first, right, trials) = (k, 0, 0);
            while (k < data.Count && IsSame(data, first, k))
            {
                right += (int)Math.Round(data.Value[k] * data.Trials[k]);
                trials += data.Trials[k];
                k++;
            }

            yield return (first, right, trials);
        }
    }

    private static bool IsSame(ResponseMatrix data, int a, int b) =>
        data.PersonOf[a] == data.PersonOf[b] && data.ItemOf[a] == data.ItemOf[b] && data.Facets.All(f => f.LevelOf[a] == f.LevelOf[b]);

    private static void RequireShare(double value, string name)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a share in [0, 1].");
        }
    }
}
