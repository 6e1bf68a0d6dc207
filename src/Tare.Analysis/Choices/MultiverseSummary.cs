using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Sums a grid up: quantiles of the months, and what each choice does to them.</summary>
public static class MultiverseSummary
{
    private static readonly double[] s_probabilities = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

    /// <summary>The summary.</summary>
    /// <param name="choices">The choices of the grid.</param>
    /// <param name="results">One result for each specification, in any order.</param>
    /// <exception cref="InputException">No specification has months.</exception>
    public static MultiverseFinding Of(IReadOnlyList<GridChoice> choices, IEnumerable<SpecificationResult> results)
    {
        ArgumentNullException.ThrowIfNull(choices);
        SpecificationResult[] ordered = [.. results.OrderBy(r => r.Index)];
        var known = Array.FindAll(ordered, r => r.Months is not null);
        var reasons = ordered
            .Where(r => r.Months is null)
            .GroupBy(r => r.Reason ?? "unknown", StringComparer.Ordinal)
            .Select(g => (g.Key, g.Count()))
            .OrderByDescending(g => g.Item2)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToArray();
        if (known.Length == 0)
        {
            throw InputException.At(
                "the grid",
                $"none of its {ordered.Length} specifications has months: {(reasons.Length > 0 ? reasons[0].Key : "it is empty")}",
                "at least one specification that can be computed",
                "correct the grid, or the evidence with --evidence"
            );
        }

        var finding = new MultiverseFinding
        {
            Choices = choices,
            Results = ordered,
            Rows = [],
            Quantiles = [.. s_probabilities.Select(p => (p, At(known, p)!.Value))],
            NotComputable = reasons,
            MedianWidth = At(known.Where(r => r.Upper is not null).Select(r => r.Upper!.Value - r.Lower!.Value), 0.5),
        };
        return finding with { Rows = [.. choices.Select((c, k) => Row(c, k, finding, known))] };
    }

    private static ChoiceRow Row(GridChoice choice, int position, MultiverseFinding finding, SpecificationResult[] known)
    {
        var groups = known.ToLookup(r => finding.Picks(r.Index)[position]);
        var mean = known.Average(r => r.Months!.Value);
        var total = known.Sum(r => (r.Months!.Value - mean) * (r.Months.Value - mean));
        var between = groups.Sum(g =>
        {
            var difference = g.Average(r => r.Months!.Value) - mean;
            return g.Count() * difference * difference;
        });
        return new ChoiceRow(
            choice.Name,
            total > 0 ? between / total : 0,
            [
                .. choice.Alternatives.Select(
                    (name, k) =>
                    {
                        SpecificationResult[] mine = [.. groups[k]];
                        return new AlternativeRow(name, mine.Length, At(mine, 0.25), At(mine, 0.5), At(mine, 0.75));
                    }
                ),
            ]
        );
    }

    private static double? At(SpecificationResult[] results, double probability) => At(results.Select(r => r.Months!.Value), probability);

    private static double? At(IEnumerable<double> values, double probability)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : Quantiles.OfSorted(sorted, probability);
    }
}
