using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Asks many methodologies one question. Fits are shared: a change of group, date, period or definition needs no refit.</summary>
internal sealed class SpecificationEngine(IReadOnlyDictionary<string, Evidence> evidences, SpecificationOptions options)
{
    private readonly Dictionary<string, SpecificationFit> _fits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, LanguageModel>> _models = evidences.ToDictionary(
        e => e.Key,
        e => e.Value.Models.ToDictionary(m => m.Id, StringComparer.Ordinal),
        StringComparer.Ordinal
    );

    /// <summary>Distinct fits made so far.</summary>
    internal int FitCount { get; private set; }

    /// <summary>The answers, in the order of the methodologies; they do not depend on the number of threads.</summary>
    internal SpecificationValue[] Values(
        IReadOnlyList<Methodology> methodologies,
        Estimand estimand,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        var keys = methodologies.Select(m => KeyOf(m, estimand)).ToArray();
        var needed = new List<(string Key, Evidence Evidence, Methodology Methodology, int Draws)>();
        foreach (var group in Enumerable.Range(0, keys.Length).GroupBy(k => keys[k], StringComparer.Ordinal))
        {
            if (!_fits.ContainsKey(group.Key))
            {
                var first = methodologies[group.First()];
                needed.Add((group.Key, EvidenceOf(first, estimand), first, DrawsOf(first, estimand)));
            }
        }

        var none = new WorkspacePool<object>(() => new object());
        var fits = ParallelLoop.Run(
            needed.Count,
            options.Threads,
            none,
            (k, _) => SpecificationFit.Of(needed[k].Evidence, needed[k].Methodology, needed[k].Draws),
            progress,
            cancel
        );
        for (var k = 0; k < fits.Length; k++)
        {
            _fits[needed[k].Key] = fits[k];
        }

        FitCount += fits.Length;

        return ParallelLoop.Run(
            methodologies.Count,
            options.Threads,
            none,
            (k, _) => Value(_fits[keys[k]], methodologies[k], estimand),
            progress: null,
            cancel
        );
    }

    /// <summary>Forgets every fit but that of one methodology: work in the order of fits needs no other again.</summary>
    internal void KeepOnly(Methodology methodology, Estimand estimand)
    {
        var kept = KeyOf(methodology, estimand);
        foreach (var key in _fits.Keys.Where(k => !string.Equals(k, kept, StringComparison.Ordinal)).ToArray())
        {
            _fits.Remove(key);
        }
    }

    private Evidence EvidenceOf(Methodology m, Estimand estimand) => evidences[MethodChoices.EvidenceOf(m, estimand)];

    /// <summary>Everything that decides the fit behind an answer, and its draws.</summary>
    internal string KeyOf(Methodology m, Estimand estimand) =>
        FormattableString.Invariant($"{SpecificationFit.KeyOf(EvidenceOf(m, estimand), m)}\u001f{DrawsOf(m, estimand)}");

    private int DrawsOf(Methodology m, Estimand estimand)
    {
        var tests = estimand.Kind == EstimandKind.Months && m.Lag == LagDefinition.CatchUp && options.FixedBounds is null;
        return options.Draws > 0 ? options.Draws
            : tests ? options.SignificanceDraws
            : 0;
    }

    private SpecificationValue Value(SpecificationFit fit, Methodology m, Estimand estimand)
    {
        if (fit.Reason is { } reason)
        {
            return None(reason);
        }

        try
        {
            return estimand.Kind == EstimandKind.Elo ? Elo(fit.Handle!, estimand, m) : Gap(fit, m, estimand);
        }
        catch (InputException e)
        {
            return None(SpecificationFit.OneLine(e.Message));
        }
    }

    private static SpecificationValue None(string reason) => new(null, null, 0, 0, reason);

    private SpecificationValue Elo(FitHandle handle, Estimand estimand, Methodology m)
    {
        var persons = handle.Family.Data.Persons.ToList();
        var (first, second) = (persons.IndexOf(estimand.First!), persons.IndexOf(estimand.Second!));
        if (first < 0 || second < 0)
        {
            return None($"'{(first < 0 ? estimand.First : estimand.Second)}' is not among the {persons.Count} models of the fit");
        }

        var draws =
            handle.Draws is { } d && options.Draws > 0
                ? Enumerable.Range(0, d.Count).Select(k => Lead(d.Abilities[k], d.Discriminations[k])).ToArray()
                : [];
        return new SpecificationValue(
            Lead(handle.Solution.Abilities, handle.Solution.Discriminations),
            new DrawInterval(m.Level, DrawsContain).Of(draws),
            1,
            0,
            null
        );

        double Lead(IReadOnlyList<double> abilities, IReadOnlyList<double> discriminations) =>
            Records.Elo.PointsPerLogit * discriminations.Average() * (abilities[first] - abilities[second]);
    }

    private const string DrawsContain =
        "sampling of benchmarks within each model, with both frontiers selected anew in every draw; none of the choices of the specification";

    private SpecificationValue Gap(SpecificationFit fit, Methodology m, Estimand estimand)
    {
        var draws = options.Draws > 0 ? fit.Draws : [];
        var table = new AbilityTable
        {
            Unit = m.Scale.Unit,
            Rows = Dated(fit, m, estimand),
            Draws = draws,
            Level = m.Level,
            Contains = DrawsContain,
        };
        var gap = GapOptions.From(m);
        var groups = GapGroups.From(table, gap);
        var problem = GapProblem.From(groups.Table, groups.IsLeader, groups.IsFollower, gap);
        var work = new GapWorkspace(problem);
        work.Load(groups.Table.Rows.Select(r => r.Value).ToArray());
        var lag = estimand.Kind == EstimandKind.Points ? new LagMean(work.Vertical(), 1, 0) : GapAnalysis.Lag(m.Lag, problem, work);
        var column = Array.ConvertAll(
            groups.Table.Draws,
            d =>
            {
                work.Load(d);
                return estimand.Kind == EstimandKind.Points ? work.Vertical() : GapAnalysis.Lag(m.Lag, problem, work).Months;
            }
        );
        return double.IsNaN(lag.Months)
            ? new SpecificationValue(null, null, lag.Caught, lag.Censored, $"censored: none of {lag.Censored} terms has a counterpart")
            : new SpecificationValue(lag.Months, new DrawInterval(m.Level, DrawsContain).Of(column), lag.Caught, lag.Censored, null);
    }

    private AbilityRow[] Dated(SpecificationFit fit, Methodology m, Estimand estimand)
    {
        var models = _models[MethodChoices.EvidenceOf(m, estimand)];
        return Array.ConvertAll(
            fit.Rows,
            r =>
            {
                var model = models[r.Id];
                var bounded = options.FixedBounds is { } bounds ? Bounded(r, bounds.GetValueOrDefault(r.Id)) : r;
                return bounded with { Name = model.Name, Date = model.DateUnder(m.DateRule), Group = AxisGroups.Of(model, m.Axis) };
            }
        );
    }

    private static AbilityRow Bounded(AbilityRow row, AbilityRow? fixedTo) =>
        fixedTo is { Lower: { } lower, Upper: { } upper }
            ? row with
            {
                Lower = row.Value + lower - fixedTo.Value,
                Upper = row.Value + upper - fixedTo.Value,
            }
            : row with
            {
                Lower = null,
                Upper = null,
            };
}
