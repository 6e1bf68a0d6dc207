namespace Tare.Psychometrics;

/// <summary>The banks that fill in one benchmark for one person, calibrated once on the other persons.</summary>
internal sealed class BenchmarkFiller
{
    private readonly IReadOnlyList<string> _items;
    private readonly ImputationOptions _options;

    internal BenchmarkFiller(
        ResponseMatrix others,
        IReadOnlyList<string> items,
        bool hasOther,
        ImputationOptions options,
        CancellationToken cancel
    )
    {
        _items = items;
        _options = options;
        Own = CalibratedBank.From(Part(others, items), cancel);
        All = hasOther ? CalibratedBank.From(others, cancel) : null;
    }

    /// <summary>Items of the benchmark, calibrated on it alone.</summary>
    internal CalibratedBank Own { get; }

    /// <summary>Items of all benchmarks on one scale; <see langword="null"/> where there is one benchmark.</summary>
    internal CalibratedBank? All { get; }

    /// <summary>Items that were not run and can be predicted.</summary>
    internal List<string> Rest(IReadOnlyList<RunItem> run)
    {
        var done = run.Select(r => r.Item).ToHashSet(StringComparer.Ordinal);
        return [.. _items.Where(i => !done.Contains(i))];
    }

    internal List<ImputedScore> Fill(IReadOnlyList<RunItem> run, IReadOnlyList<RunItem> other)
    {
        var rest = Rest(run);
        var scores = new List<ImputedScore>
        {
            ImputationArithmetic.Plain(run, _items.Count, _options.Level),
            ImputationArithmetic.Model(ImputationVariant.OwnBenchmark, Own, run, rest, run, _options),
        };
        if (All is not null && other.Count > 0)
        {
            scores.Add(ImputationArithmetic.Model(ImputationVariant.AllBenchmarks, All, run, rest, [.. run, .. other], _options));
        }

        return scores;
    }

    /// <summary>Infit on this benchmark, or the contrast of the abilities that it and the others give.</summary>
    internal double? Unevenness(IReadOnlyList<RunItem> run, IReadOnlyList<RunItem> other)
    {
        if ((All ?? Own).Problem is not null)
        {
            return null;
        }

        if (All is null)
        {
            return ImputationArithmetic.Ability(Own, run, _options) is Estimate.Known theta
                ? ImputationArithmetic.Infit(Own, run, theta.Value)
                : null;
        }

        return
            ImputationArithmetic.Ability(All, run, _options) is Estimate.Known here
            && ImputationArithmetic.Ability(All, other, _options) is Estimate.Known there
            ? Math.Abs(here.Value - there.Value)
            : null;
    }

    private static ResponseMatrix Part(ResponseMatrix others, IReadOnlyList<string> items)
    {
        if (items.Count >= others.Items.Count)
        {
            return others;
        }

        var wanted = items.ToHashSet(StringComparer.Ordinal);
        var rest = new List<Response>();
        for (var k = 0; k < others.Count; k++)
        {
            var item = others.Items[others.ItemOf[k]];
            if (wanted.Contains(item))
            {
                rest.Add(new Response(others.Persons[others.PersonOf[k]], item, others.Value[k]) { Trials = others.Trials[k] });
            }
        }

        return ResponseMatrix.From(rest);
    }
}
