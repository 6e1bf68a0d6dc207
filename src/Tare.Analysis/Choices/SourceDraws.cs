using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Draws of single sources of uncertainty and of several at once.</summary>
/// <remarks>
/// Response: the mean of n tasks answered again, tasks at the normal quantiles of the benchmark's spread. Item: n tasks drawn anew from that spread, the
/// same for all models. Benchmark and domain: flat Dirichlet weights (Rubin 1981). Imputation: a binomial error of the assumed subset with the correction
/// for a finite benchmark. Each moves the published score by its deviation from the expected one; the sum is kept in [0, 1].
/// </remarks>
internal sealed class SourceDraws
{
    private static readonly UncertaintySource[] s_drawn =
    [
        UncertaintySource.Response,
        UncertaintySource.Item,
        UncertaintySource.Benchmark,
        UncertaintySource.Domain,
        UncertaintySource.Imputation,
        UncertaintySource.ReleaseDate,
    ];

    private readonly FitHandle _handle;
    private readonly RefitEstimand _refits;
    private readonly UncertaintyOptions _options;
    private readonly Methodology _methodology;
    private readonly string _stream;
    private readonly string[] _domainOf;
    private readonly int[] _itemCount;
    private readonly bool[] _isImputed;
    private readonly DateOnly[][] _dates;
    private readonly int _knownItems;

    internal SourceDraws(Evidence evidence, Methodology methodology, FitFinding fit, RefitEstimand refits, UncertaintyOptions options)
    {
        _handle = fit.Handle!;
        _refits = refits;
        _options = options;
        _methodology = methodology;
        _stream = $"{methodology.Name}/{evidence.Name}";
        var data = _handle.Family.Data;
        _domainOf = Reweighting.DomainsOf(evidence, data.Items);
        _itemCount = [.. data.Items.Select(i => options.Items.GetValueOrDefault(i))];
        _knownItems = _itemCount.Count(n => n > 0);
        var imputed = evidence
            .Scores.Where(s => s.Note?.Contains("imputed", StringComparison.OrdinalIgnoreCase) == true)
            .Select(s => (s.ModelId, s.BenchmarkId))
            .ToHashSet();
        _isImputed =
        [
            .. Enumerable.Range(0, data.Count).Select(k => imputed.Contains((data.Persons[data.PersonOf[k]], data.Items[data.ItemOf[k]]))),
        ];
        var models = evidence.Models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        _dates = [.. refits.Rows.Select(r => models[r.Id].ReleaseDates.Select(d => d.Date).Distinct().Order().ToArray())];
    }

    private bool HasSpread => _methodology.Family == ResponseFamily.OneParameterWithSpread && _methodology.Sigma > 0;

    /// <summary>The sources that are drawn here.</summary>
    internal IEnumerable<UncertaintySource> Sources() => s_drawn;

    /// <summary>Why a source cannot be computed for an estimand, or <see langword="null"/> where it can.</summary>
    internal string? WhyNot(UncertaintySource source, Estimand estimand)
    {
        var isElo = estimand.Kind == EstimandKind.Elo;
        return source switch
        {
            UncertaintySource.Response when _knownItems == 0 =>
                "not computable: no benchmark of the fit has a known number of tasks (--items)",
            UncertaintySource.Item when _knownItems == 0 => "not computable: no benchmark of the fit has a known number of tasks (--items)",
            UncertaintySource.Item when !HasSpread =>
                "not computable: the family has no spread of tasks inside a benchmark; it is part of response here",
            UncertaintySource.Benchmark when Sharing() == 0 => "nothing to vary: every domain has one benchmark",
            UncertaintySource.Domain when Domains().Length < 2 => "nothing to vary: one domain",
            UncertaintySource.Imputation when Imputed() == 0 => "nothing to vary: the evidence marks no score as imputed",
            UncertaintySource.ReleaseDate when isElo => "nothing to vary: an ability has no date",
            UncertaintySource.ReleaseDate when _dates.All(d => d.Length < 2) => "nothing to vary: every model has one date",
            UncertaintySource.FrontierSelection when isElo => "nothing to vary: two named models have no frontier",
            UncertaintySource.Harness => "not computable: the scores are published aggregates, whose harness cannot vary (as published)",
            _ => null,
        };
    }

    /// <summary>What varies, with its denominator.</summary>
    internal string Contains(UncertaintySource source) =>
        source switch
        {
            UncertaintySource.Response => FormattableString.Invariant(
                $"the same tasks answered again, on {_knownItems} of {_itemCount.Length} benchmarks whose number of tasks is known"
            ),
            UncertaintySource.Item => FormattableString.Invariant(
                $"other tasks from the same spread, on {_knownItems} of {_itemCount.Length} benchmarks whose number of tasks is known"
            ),
            UncertaintySource.Benchmark => FormattableString.Invariant(
                $"weights of {Sharing()} of {_itemCount.Length} benchmarks that share a domain"
            ),
            UncertaintySource.Domain => FormattableString.Invariant($"weights of {Domains().Length} domains"),
            UncertaintySource.Coverage => "each model's scores resampled, the models that set records kept",
            UncertaintySource.FrontierSelection =>
                "each model's scores resampled, and record setters selected again in every draw: the interval that 'tare gap' prints",
            UncertaintySource.Imputation => FormattableString.Invariant(
                $"scores that the evidence marks as imputed ({Imputed()}), run on an assumed {_options.SubsetShare:P0} of the tasks"
            ),
            UncertaintySource.ReleaseDate => FormattableString.Invariant(
                $"{_dates.Count(d => d.Length > 1)} models with several dates, each equally likely"
            ),
            _ => "",
        };

    /// <summary>The estimand in every draw of some sources at once.</summary>
    internal double[] Column(IReadOnlyList<UncertaintySource> sources, CancellationToken cancel) =>
        ParallelLoop.Run(
            _options.Draws,
            _options.Threads,
            new WorkspacePool<RefitDraw>(_refits.NewDraw),
            (k, draw) =>
            {
                draw.Reset();
                foreach (var source in sources)
                {
                    Apply(source, draw, RandomSource.For($"uncertainty/{KebabCase.Of(source)}/{_stream}", k));
                }

                for (var r = 0; r < draw.Values.Length; r++)
                {
                    draw.Values[r] = Math.Clamp(draw.Values[r], _methodology.ScoreFloor, _methodology.ScoreCeiling);
                }

                return _refits.Of(draw);
            },
            progress: null,
            cancel
        );

    private string[] Domains() => [.. _domainOf.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private int Sharing() => _domainOf.GroupBy(d => d, StringComparer.Ordinal).Where(g => g.Count() > 1).Sum(g => g.Count());

    private int Imputed() => _isImputed.Where((isImputed, k) => isImputed && _itemCount[_handle.Family.Data.ItemOf[k]] > 0).Count();

    private void Apply(UncertaintySource source, RefitDraw draw, RandomSource random)
    {
        switch (source)
        {
            case UncertaintySource.Response:
                Respond(draw, random);
                break;
            case UncertaintySource.Item:
                Exchange(draw, random);
                break;
            case UncertaintySource.Benchmark:
                foreach (var domain in Domains())
                {
                    Weigh(draw, random, [.. Enumerable.Range(0, _domainOf.Length).Where(i => _domainOf[i] == domain)]);
                }

                break;
            case UncertaintySource.Domain:
                var domains = Domains();
                var weights = Reweighting.Flat(random, domains.Length);
                Multiply(draw, [.. _domainOf.Select(d => weights[Array.IndexOf(domains, d)])]);
                break;
            case UncertaintySource.Imputation:
                Impute(draw, random);
                break;
            case UncertaintySource.ReleaseDate:
                for (var k = 0; k < _dates.Length; k++)
                {
                    draw.Dates[k] = _dates[k].Length > 1 ? _dates[k][random.NextInt(_dates[k].Length)] : draw.Dates[k];
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(source), source, "Expected a source that is drawn.");
        }
    }

    private void Respond(RefitDraw draw, RandomSource random)
    {
        var data = _handle.Family.Data;
        for (var k = 0; k < data.Count; k++)
        {
            var n = _itemCount[data.ItemOf[k]];
            if (n == 0)
            {
                continue;
            }

            var deviation = 0.0;
            for (var task = 0; task < n; task++)
            {
                var share = HasSpread ? Share(k, StandardNormal.Quantile((task + 0.5) / n)) : data.Value[k];
                deviation += (random.NextDouble() < share ? 1 : 0) - share;
            }

            draw.Values[k] += deviation / n;
        }
    }

    private void Exchange(RefitDraw draw, RandomSource random)
    {
        var data = _handle.Family.Data;
        for (var item = 0; item < data.Items.Count; item++)
        {
            var n = _itemCount[item];
            var tasks = new double[n];
            for (var task = 0; task < n; task++)
            {
                tasks[task] = random.NextNormal();
            }

            for (var k = 0; k < data.Count && n > 0; k++)
            {
                if (data.ItemOf[k] == item)
                {
                    var drawn = 0.0;
                    for (var task = 0; task < n; task++)
                    {
                        drawn += Share(k, tasks[task]) - Share(k, StandardNormal.Quantile((task + 0.5) / n));
                    }

                    draw.Values[k] += drawn / n;
                }
            }
        }
    }

    private void Impute(RefitDraw draw, RandomSource random)
    {
        var data = _handle.Family.Data;
        for (var k = 0; k < data.Count; k++)
        {
            var n = _itemCount[data.ItemOf[k]];
            if (!_isImputed[k] || n == 0)
            {
                continue;
            }

            var run = Math.Max(1, (int)Math.Round(n * _options.SubsetShare));
            var right = 0;
            for (var task = 0; task < run; task++)
            {
                right += random.NextDouble() < data.Value[k] ? 1 : 0;
            }

            draw.Values[k] += (((double)right / run) - data.Value[k]) * Math.Sqrt(1 - ((double)run / n));
        }
    }

    private void Weigh(RefitDraw draw, RandomSource random, int[] items)
    {
        var weights = Reweighting.Flat(random, items.Length);
        var all = new double[_domainOf.Length];
        Array.Fill(all, 1);
        for (var k = 0; k < items.Length; k++)
        {
            all[items[k]] = weights[k];
        }

        Multiply(draw, all);
    }

    private void Multiply(RefitDraw draw, double[] weightOfItem)
    {
        var data = _handle.Family.Data;
        for (var k = 0; k < data.Count; k++)
        {
            draw.Multiplicity[k] *= weightOfItem[data.ItemOf[k]];
        }
    }

    private double Share(int response, double z)
    {
        var data = _handle.Family.Data;
        var solution = _handle.Solution;
        return Logistic.Sigmoid(
            solution.Abilities[data.PersonOf[response]] - solution.Difficulties[data.ItemOf[response]] + (_methodology.Sigma * z)
        );
    }
}
