namespace Tare.Psychometrics;

/// <summary>Delete-one-group jackknife over named groups of items: one refit without each group.</summary>
/// <remarks>
/// Standard error of a statistic T with G groups: √((G - 1)/G Σ_g (T_(g) - T̄)²), T̄ the mean of the T_(g) (Efron and Tibshirani 1993, equation 11.5). The
/// responses that are left keep their importance weights, so groups that weighed the same still do.
/// </remarks>
public sealed class GroupJackknife
{
    private GroupJackknife(string[] groups, Calibration[] replicates)
    {
        Groups = groups;
        Replicates = replicates;
    }

    /// <summary>Names of the groups, ordered (ordinal).</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>The fit without each group, in the order of <see cref="Groups"/>.</summary>
    public IReadOnlyList<Calibration> Replicates { get; }

    /// <summary>Refits without each group in turn.</summary>
    /// <param name="family">The family, bound to its data.</param>
    /// <param name="fit">The fit of all the data, where each refit starts.</param>
    /// <param name="groupOfItem">Group of each item of the data.</param>
    /// <exception cref="ArgumentException">An item has no group.</exception>
    /// <exception cref="NotIdentifiedException">There are fewer than two groups.</exception>
    public static GroupJackknife Of(IFamilyFit family, Calibration fit, IReadOnlyDictionary<string, string> groupOfItem)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(groupOfItem);
        var data = family.Data;
        var groupOf = new string[data.Items.Count];
        for (var item = 0; item < groupOf.Length; item++)
        {
            groupOf[item] = groupOfItem.TryGetValue(data.Items[item], out var group)
                ? group
                : throw new ArgumentException($"Item '{data.Items[item]}' has no group; expected one for each item.", nameof(groupOfItem));
        }

        var groups = groupOf.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (groups.Length < 2)
        {
            throw new NotIdentifiedException(
                $"{groups.Length} group(s) of items ({NameList.Of(groups, 1)}); a jackknife over groups needs at least 2."
            );
        }

        return new GroupJackknife(groups, [.. groups.Select(group => Without(family, fit, groupOf, group))]);
    }

    /// <summary>Standard error of a statistic, in the statistic's unit.</summary>
    /// <param name="statistic">The statistic, for example the difference of two abilities.</param>
    public double StandardError(Func<Calibration, double> statistic)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        var values = Replicates.Select(statistic).ToArray();
        var mean = values.Average();
        return Math.Sqrt((values.Length - 1.0) / values.Length * values.Sum(value => (value - mean) * (value - mean)));
    }

    private static Calibration Without(IFamilyFit family, Calibration fit, string[] groupOf, string group)
    {
        var multiplicity = new double[family.Data.Count];
        for (var k = 0; k < multiplicity.Length; k++)
        {
            multiplicity[k] = groupOf[family.Data.ItemOf[k]] == group ? 0 : 1;
        }

        return family.Refit(fit, multiplicity, []);
    }
}
