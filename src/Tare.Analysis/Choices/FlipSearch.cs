using Tare.Records;

namespace Tare.Analysis;

/// <summary>The fewest benchmarks whose removal turns a conclusion over: every small set, then greedily.</summary>
internal sealed class FlipSearch(
    SpecificationEngine engine,
    Methodology methodology,
    IReadOnlyList<string> benchmarks,
    Conclusion conclusion,
    InfluenceOptions options
)
{
    private int _tried;

    /// <summary>Searches sets in ascending size; among flipping sets of one size the first in the order of identifiers.</summary>
    internal InfluenceFlip Find(double full, CancellationToken cancel)
    {
        var holds = conclusion.Holds(full);
        for (var size = 1; size <= options.ExactSize; size++)
        {
            if (Flipping([.. Sets(size, 0)], holds, cancel) is { } found)
            {
                return Flip(holds, found.Set, found.Value);
            }
        }

        IReadOnlyList<string> removed = [];
        while (removed.Count < Math.Min(options.GreedySize, benchmarks.Count - 1))
        {
            IReadOnlyList<string>[] next =
            [
                .. benchmarks.Except(removed, StringComparer.Ordinal).Select(b => (IReadOnlyList<string>)[.. removed, b]),
            ];
            var values = Values(next, cancel);
            var best = Enumerable
                .Range(0, next.Length)
                .Where(k => values[k] is not null)
                .OrderBy(k => holds == conclusion.IsBelow ? -values[k]!.Value : values[k]!.Value)
                .FirstOrDefault(-1);
            if (best < 0)
            {
                break;
            }

            removed = next[best];
            if (conclusion.Holds(values[best]!.Value) != holds)
            {
                return Flip(holds, removed, values[best]!.Value);
            }
        }

        return Flip(holds, [], null);
    }

    private InfluenceFlip Flip(bool holds, IReadOnlyList<string> set, double? value) =>
        new(conclusion, holds, set, value, options.ExactSize, options.GreedySize, _tried);

    private (IReadOnlyList<string> Set, double Value)? Flipping(IReadOnlyList<string>[] sets, bool holds, CancellationToken cancel)
    {
        var values = Values(sets, cancel);
        for (var k = 0; k < sets.Length; k++)
        {
            if (values[k] is { } value && conclusion.Holds(value) != holds)
            {
                return (sets[k], value);
            }
        }

        return null;
    }

    private double?[] Values(IReadOnlyList<string>[] sets, CancellationToken cancel)
    {
        _tried += sets.Length;
        var asked = sets.Select(s => Influence.Without(methodology, [.. s])).ToArray();
        var values = engine.Values(asked, conclusion.Of, null, cancel).Select(v => v.Value).ToArray();
        if (asked.Length > 0)
        {
            engine.KeepOnly(asked[0], conclusion.Of);
        }

        return values;
    }

    private IEnumerable<IReadOnlyList<string>> Sets(int size, int from)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var k = from; k < benchmarks.Count; k++)
        {
            foreach (var rest in Sets(size - 1, k + 1))
            {
                yield return [benchmarks[k], .. rest];
            }
        }
    }
}
