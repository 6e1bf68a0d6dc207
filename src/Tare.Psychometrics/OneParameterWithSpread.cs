using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>One-parameter logistic tasks pooled into items: each item is a set of tasks whose difficulties are normal with a given spread.</summary>
/// <remarks>
/// Minimises -Σ w (y ln P + (1 - y) ln(1 - P)) with P = ∫ sigmoid(θ_p - b_i + σ z) φ(z) dz by Gauss-Hermite quadrature, without a prior. θ and b in
/// logits of a task, σ in logits, identified by mean θ = 0. σ = 0 is the one-parameter model of whole items. For shares and importance weights this
/// is a quasi-likelihood: standard errors come from <see cref="Bootstrap"/> or <see cref="GroupJackknife"/>. It is convex, so its optimum is the only one.
/// Reference for the integral: Zeger, Liang and Albert (1988), section 3.
/// </remarks>
public sealed class OneParameterWithSpread : IFamilyFit
{
    private const double LargestSigma = 20;
    private const int FewestNodes = 31;
    private const int NamesShown = 6;
    private readonly SpreadProblem _problem;
    private readonly WorkspacePool<SpreadWorkspace> _workspaces;

    private OneParameterWithSpread(SpreadProblem problem)
    {
        _problem = problem;
        _workspaces = new WorkspacePool<SpreadWorkspace>(() => new SpreadWorkspace(problem));
    }

    /// <inheritdoc />
    public ResponseMatrix Data => _problem.Data;

    /// <summary>Binds the family to data.</summary>
    /// <param name="data">Shares in [0, 1]; exactly 0 and 1 are fine.</param>
    /// <param name="options">Spread (0 to 20 logits), quadrature, tolerance.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static IFamilyFit For(ResponseMatrix data, OneParameterWithSpreadOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Sigma, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Sigma, LargestSigma, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Nodes, FewestNodes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.LocationBound, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Tolerance, 0, nameof(options));
        return new OneParameterWithSpread(new SpreadProblem(data, options));
    }

    /// <inheritdoc />
    /// <exception cref="NotIdentifiedException">
    /// The design is disconnected, or somebody or something has no finite optimum: a person or an item with nothing but full credit, say.
    /// </exception>
    public Calibration Fit()
    {
        DesignGraph.RequireConnected(Data);
        var calibration = Refit(FixedStart(), [], [], out var isIdentified);
        return isIdentified ? calibration : throw new NotIdentifiedException(WhyNotIdentified(calibration.Convergence.AtBound));
    }

    /// <inheritdoc />
    /// <remarks>
    /// Who has no finite optimum under these weights is put at the bound (and is named there), its responses aside; the mean of the others' abilities
    /// is 0. What has no response keeps its start. Components that these weights cut apart keep their distance from the start.
    /// <see cref="Convergence.Reached"/> is then false, but not for want of responses alone.
    /// </remarks>
    public Calibration Refit(Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        RefitArguments.Check(Data, start, multiplicity, values);
        return Refit(start, multiplicity, values, out _);
    }

    /// <inheritdoc />
    public CalibrationDraws Bootstrap(Calibration start, BootstrapOptions options, IProgress<int>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        RefitArguments.Check(Data, start, [], []);
        var draws = ParallelLoop.Run(
            options.Draws,
            options.Threads,
            _workspaces,
            (k, work) =>
            {
                Resampling.WithinPersons(Data, RandomSource.For(options.Stream, k), work.Multiplicity);
                var outcome = Solve(work, start, work.Multiplicity, []);
                return (outcome.Reached, Ability: work.Ability.ToArray(), Difficulty: work.Difficulty.ToArray());
            },
            progress,
            cancel
        );
        double[] ones = [.. Enumerable.Repeat(1.0, Data.Items.Count)];
        return new CalibrationDraws
        {
            Abilities = [.. draws.Select(d => d.Ability)],
            Difficulties = [.. draws.Select(d => d.Difficulty)],
            Discriminations = [.. draws.Select(_ => ones)],
            NotConverged = draws.Count(d => !d.Reached),
        };
    }

    private Calibration Refit(Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values, out bool isIdentified)
    {
        var work = _workspaces.Rent();
        var outcome = Solve(work, start, multiplicity, values);
        isIdentified = work.Design.IsIdentified;
        var calibration = new Calibration
        {
            Data = Data,
            Abilities = work.Ability.ToArray(),
            Difficulties = work.Difficulty.ToArray(),
            Discriminations = [.. Enumerable.Repeat(1.0, Data.Items.Count)],
            Convergence = new Convergence(outcome.Reached, outcome.Steps, outcome.Objective, outcome.ProjectedGradientNorm, AtBound(work)),
        };
        _workspaces.Return(work);
        return calibration;
    }

    private SolverOutcome Solve(SpreadWorkspace work, Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        work.Load(start, multiplicity, values);
        var outcome = SpreadSolver.Solve(_problem, work);
        Centre(work);
        var isInside = PutAtBound(work);
        return outcome with { Reached = outcome.Reached && isInside && work.Design.IsIdentified };
    }

    /// <summary>Moves the origin to the mean ability of the persons that were estimated.</summary>
    private static void Centre(SpreadWorkspace work)
    {
        var state = work.Design.State;
        var sum = 0.0;
        var count = 0;
        for (var k = 0; k < work.Ability.Length; k++)
        {
            if (state[k] == NodeState.Estimated)
            {
                sum += work.Ability[k];
                count++;
            }
        }

        var mean = count == 0 ? 0 : sum / count;
        for (var k = 0; k < work.Ability.Length; k++)
        {
            work.Ability[k] -= state[k] == NodeState.Estimated ? mean : 0;
        }

        for (var k = 0; k < work.Difficulty.Length; k++)
        {
            work.Difficulty[k] -= state[work.Ability.Length + k] == NodeState.Estimated ? mean : 0;
        }
    }

    /// <summary>Puts parameters without finite optimum at the bound they run to; false when an estimated one had to be put there too.</summary>
    private bool PutAtBound(SpreadWorkspace work)
    {
        var bound = _problem.Options.LocationBound;
        var state = work.Design.State;
        var isInside = true;
        for (var node = 0; node < state.Length; node++)
        {
            var isPerson = node < work.Ability.Length;
            ref var value = ref isPerson ? ref work.Ability[node] : ref work.Difficulty[node - work.Ability.Length];
            isInside &= state[node] != NodeState.Estimated || Math.Abs(value) <= bound;
            value = state[node] switch
            {
                NodeState.AllHigh => isPerson ? bound : -bound,
                NodeState.AllLow => isPerson ? -bound : bound,
                _ => Math.Clamp(value, -bound, bound),
            };
        }

        return isInside;
    }

    private List<string> AtBound(SpreadWorkspace work)
    {
        var bound = _problem.Options.LocationBound;
        var names = new List<string>();
        for (var k = 0; k < work.Ability.Length; k++)
        {
            if (Math.Abs(work.Ability[k]) >= bound)
            {
                names.Add($"ability of '{Data.Persons[k]}'");
            }
        }

        for (var k = 0; k < work.Difficulty.Length; k++)
        {
            if (Math.Abs(work.Difficulty[k]) >= bound)
            {
                names.Add($"difficulty of '{Data.Items[k]}'");
            }
        }

        return names;
    }

    private static string WhyNotIdentified(IReadOnlyList<string> atBound)
    {
        if (atBound.Count == 0)
        {
            return "The responses separate: some persons have nothing but full credit on items on which all others have none, so their distance has no "
                + "finite optimum. A response strictly between 0 and 1, or one against the order, would identify it; or leave these items out.";
        }

        var rest = atBound.Count > NamesShown ? $" and {atBound.Count - NamesShown} more" : "";
        return $"No finite optimum: {string.Join(", ", atBound.Take(NamesShown))}{rest}. All responses there are 0, or all are 1, and the family has no prior. "
            + "Leave them out, or add responses that are neither.";
    }

    private Calibration FixedStart() =>
        new()
        {
            Data = Data,
            Abilities = new double[Data.Persons.Count],
            Difficulties = new double[Data.Items.Count],
            Discriminations = [.. Enumerable.Repeat(1.0, Data.Items.Count)],
            Convergence = new Convergence(false, 0, double.PositiveInfinity, double.PositiveInfinity, []),
        };
}
