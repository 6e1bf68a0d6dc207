namespace Tare.Psychometrics;

/// <summary>Damped Gauss-Newton, then Newton, inside the bounds.</summary>
/// <remarks>
/// A parameter that lies on a bound with the gradient pointing out of the box is held for the step; the others move by the damped step, projected
/// onto the box (Bertsekas 1982, section 2). A step counts only if the objective falls by a share of what the gradient promises (Armijo's condition), so no start can creep for ever.
/// Steps are Gauss-Newton while they still pay much, then exact; where the exact Hessian is not positive definite, the step is Gauss-Newton again.
/// </remarks>
internal static class TwoParameterSolver
{
    private const double SwitchBelowGain = 0.02;
    private const double LargestDamping = 1e8;
    private const double SmallestDamping = 1e-9;
    private const double FirstRetryDamping = 1e-4;

    /// <summary>Most that a change of slope stretches or shrinks the step of the difficulty.</summary>
    private const double LargestStretch = 2;

    /// <summary>Of what the slope promises a step must keep this share; a quadratic keeps one half.</summary>
    private const double SmallestShareOfPromise = 0.02;

    /// <summary>A step that keeps this share lets the damping fall.</summary>
    private const double GoodShareOfPromise = 0.2;

    /// <summary>Rounding of the objective, relative: a step within it is neither better nor worse.</summary>
    private const double Rounding = 1e-13;

    /// <summary>Moves the workspace to the optimum.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="work">The workspace, loaded.</param>
    /// <param name="damping">First damping, 0 for a start that is near the optimum.</param>
    internal static SolverOutcome Solve(TwoParameterProblem problem, TwoParameterWorkspace work, double damping)
    {
        var options = problem.Options;
        var objective = work.Evaluate(work.Ability, work.Item);
        var kind = HessianKind.GaussNewton;
        var steps = 0;
        while (true)
        {
            work.Assemble(kind);
            var gradient = HoldActive(problem, work);
            if (gradient < options.Tolerance || steps >= options.MaximumIterations)
            {
                return new SolverOutcome(gradient < options.Tolerance, steps, objective, gradient);
            }

            var before = objective;
            if (!TryStep(problem, work, ref damping, ref objective, kind))
            {
                return new SolverOutcome(false, steps, objective, gradient);
            }

            steps++;
            kind = before - objective < SwitchBelowGain * before ? HessianKind.Exact : kind;
        }
    }

    private static bool TryStep(
        TwoParameterProblem problem,
        TwoParameterWorkspace work,
        ref double damping,
        ref double objective,
        HessianKind kind
    )
    {
        while (damping < LargestDamping)
        {
            if (work.System.TrySolve(damping, work.AbilityGradient, work.ItemGradient, work.AbilityStep, work.ItemStep))
            {
                Propose(problem, work);
                var trial = work.Evaluate(work.TrialAbility, work.TrialItem);
                var promised = Promised(work);
                var gained = objective - trial;
                var isRounding = promised < Rounding * objective && gained > -Rounding * objective;
                if (isRounding || (promised > 0 && gained >= SmallestShareOfPromise * promised))
                {
                    work.Accept();
                    objective = trial;
                    var isGood = isRounding || gained >= GoodShareOfPromise * promised;
                    damping = damping < SmallestDamping ? 0 : damping / (isGood ? 10 : 1);
                    return true;
                }

                // The derivatives belong to the current point.
                work.Evaluate(work.Ability, work.Item);
            }

            if (kind == HessianKind.Exact)
            {
                kind = HessianKind.GaussNewton;
                work.Assemble(kind);
                continue;
            }

            damping = Math.Max(damping * 8, FirstRetryDamping);
        }

        return false;
    }

    /// <summary>Marks the parameters to hold, and returns the largest component of the gradient among the others.</summary>
    private static double HoldActive(TwoParameterProblem problem, TwoParameterWorkspace work)
    {
        var options = problem.Options;
        var bound = options.LocationBound;
        var isFixedLong = work.System.IsFixedLong;
        var largest = 0.0;
        for (var k = 0; k < isFixedLong.Length; k++)
        {
            isFixedLong[k] = PointsOut(work.Ability[k], work.AbilityGradient[k], -bound, bound);
            largest = isFixedLong[k] ? largest : Math.Max(largest, Math.Abs(work.AbilityGradient[k]));
        }

        var isFixedShort = work.System.IsFixedShort;
        for (var k = 0; k < isFixedShort.Length; k += 2)
        {
            isFixedShort[k] = PointsOut(work.Item[k], work.ItemGradient[k], -bound, bound);
            isFixedShort[k + 1] =
                k / 2 == problem.Pinned
                || PointsOut(work.Item[k + 1], work.ItemGradient[k + 1], options.DiscriminationMin, options.DiscriminationMax);
            largest = isFixedShort[k] ? largest : Math.Max(largest, Math.Abs(work.ItemGradient[k]));
            largest = isFixedShort[k + 1] ? largest : Math.Max(largest, Math.Abs(work.ItemGradient[k + 1]));
        }

        return largest;
    }

    private static bool PointsOut(double value, double gradient, double lower, double upper) =>
        (value <= lower && gradient > 0) || (value >= upper && gradient < 0);

    /// <summary>What the gradient promises for the move to the trial point, to first order.</summary>
    private static double Promised(TwoParameterWorkspace work)
    {
        var sum = 0.0;
        for (var k = 0; k < work.Ability.Length; k++)
        {
            sum += work.AbilityGradient[k] * (work.Ability[k] - work.TrialAbility[k]);
        }

        for (var k = 0; k < work.Item.Length; k++)
        {
            sum += work.ItemGradient[k] * (work.Item[k] - work.TrialItem[k]);
        }

        return sum;
    }

    private static void Propose(TwoParameterProblem problem, TwoParameterWorkspace work)
    {
        var options = problem.Options;
        var bound = options.LocationBound;
        for (var k = 0; k < work.Ability.Length; k++)
        {
            work.TrialAbility[k] = Math.Clamp(work.Ability[k] - work.AbilityStep[k], -bound, bound);
        }

        for (var k = 0; k < work.Item.Length; k += 2)
        {
            var slope = Math.Clamp(work.Item[k + 1] - work.ItemStep[k + 1], options.DiscriminationMin, options.DiscriminationMax);
            slope = k / 2 == problem.Pinned ? 1 : slope;

            // The intercept a b takes the linear step: the logit a (θ - b) is nearly linear in (θ, a, a b), not in (θ, a, b). Where few responses
            // hold the slope it falls far in one step, and the difficulty must not overshoot with it.
            var difficultyStep = work.ItemStep[k] * Math.Clamp(work.Item[k + 1] / slope, 1 / LargestStretch, LargestStretch);
            work.TrialItem[k] = Math.Clamp(work.Item[k] - difficultyStep, -bound, bound);
            work.TrialItem[k + 1] = slope;
        }
    }
}
