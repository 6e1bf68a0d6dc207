using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Two-parameter logistic curves fitted to shares by ridge least squares inside bounds: the family of Epoch's Capabilities Index.</summary>
/// <remarks>
/// Minimises ½ Σ w (sigmoid(a_i (θ_p - b_i)) - y)² + ½ (λ/P) Σ p² over the P free parameters (abilities θ, difficulties b, discriminations a but the
/// pinned one), y clipped, θ and b in [-10, 10], a in [0.1, 10] by default. θ and b in logits of the pinned item, a per logit. Least squares is
/// not a likelihood: standard errors come from <see cref="Bootstrap"/>. The ridge also fixes the origin.
/// Reference: Epoch AI (2025), Capabilities Index documentation, "Model".
/// </remarks>
public sealed class TwoParameterLeastSquares : IFamilyFit
{
    /// <summary>Damping of the first step of a fit from the fixed start, which may be far away.</summary>
    private const double FarDamping = 1e-3;

    private readonly TwoParameterProblem _problem;
    private readonly WorkspacePool<TwoParameterWorkspace> _workspaces;

    private TwoParameterLeastSquares(TwoParameterProblem problem)
    {
        _problem = problem;
        _workspaces = new WorkspacePool<TwoParameterWorkspace>(() => new TwoParameterWorkspace(problem));
    }

    /// <inheritdoc />
    public ResponseMatrix Data => _problem.Data;

    /// <summary>Binds the family to data.</summary>
    /// <param name="data">Shares in [0, 1].</param>
    /// <param name="options">Penalty, bounds, tolerance.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="NotIdentifiedException">The pinned item is not in the data.</exception>
    public static IFamilyFit For(ResponseMatrix data, TwoParameterLeastSquaresOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Ridge, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Clip, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.Clip, 0.5, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.LocationBound, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DiscriminationMax, options.DiscriminationMin, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Tolerance, 0, nameof(options));
        return new TwoParameterLeastSquares(new TwoParameterProblem(data, options));
    }

    /// <inheritdoc />
    /// <exception cref="NotIdentifiedException">The design is disconnected.</exception>
    public Calibration Fit()
    {
        DesignGraph.RequireConnected(Data);
        return Solve(FixedStart(), [], [], FarDamping);
    }

    /// <inheritdoc />
    public Calibration Refit(Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        RefitArguments.Check(Data, start, multiplicity, values);
        return Solve(start, multiplicity, values, 0);
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
                work.Load(start, work.Multiplicity, []);
                var outcome = TwoParameterSolver.Solve(_problem, work, 0);
                return (outcome, Ability: work.Ability.ToArray(), Item: work.Item.ToArray());
            },
            progress,
            cancel
        );
        return new CalibrationDraws
        {
            Abilities = [.. draws.Select(d => d.Ability)],
            Difficulties = [.. draws.Select(d => Every(d.Item, 0))],
            Discriminations = [.. draws.Select(d => Every(d.Item, 1))],
            NotConverged = draws.Count(d => !d.outcome.Reached),
        };
    }

    private Calibration Solve(Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values, double damping)
    {
        var work = _workspaces.Rent();
        work.Load(start, multiplicity, values);
        var outcome = TwoParameterSolver.Solve(_problem, work, damping);
        var calibration = new Calibration
        {
            Data = Data,
            Abilities = work.Ability.ToArray(),
            Difficulties = Every(work.Item, 0),
            Discriminations = Every(work.Item, 1),
            Convergence = new Convergence(outcome.Reached, outcome.Steps, outcome.Objective, outcome.ProjectedGradientNorm, AtBound(work)),
        };
        _workspaces.Return(work);
        return calibration;
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

    private List<string> AtBound(TwoParameterWorkspace work)
    {
        var options = _problem.Options;
        var names = new List<string>();
        for (var k = 0; k < work.Ability.Length; k++)
        {
            if (Math.Abs(work.Ability[k]) >= options.LocationBound)
            {
                names.Add($"ability of '{Data.Persons[k]}'");
            }
        }

        for (var k = 0; k < Data.Items.Count; k++)
        {
            if (Math.Abs(work.Item[2 * k]) >= options.LocationBound)
            {
                names.Add($"difficulty of '{Data.Items[k]}'");
            }

            var slope = work.Item[(2 * k) + 1];
            if (k != _problem.Pinned && (slope <= options.DiscriminationMin || slope >= options.DiscriminationMax))
            {
                names.Add($"discrimination of '{Data.Items[k]}'");
            }
        }

        return names;
    }

    private static double[] Every(double[] pairs, int offset)
    {
        var values = new double[pairs.Length / 2];
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = pairs[(2 * k) + offset];
        }

        return values;
    }
}
