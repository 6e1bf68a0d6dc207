namespace Tare.Psychometrics;

/// <summary>Damped Gauss-Newton, then Newton, inside the bounds.</summary>
/// <remarks>
/// A parameter that lies on a bound with the gradient pointing out of the box is held for the step; the others move by the damped step, projected
/// onto the box (Bertsekas 1982, section 2). A step counts only if the objective does not grow, so the damping makes every start end in a minimum.
/// Steps are Gauss-Newton while they still pay much, then exact; where the exact Hessian is not positive definite, the step is Gauss-Newton again.
/// </remarks>
internal static class TwoParameterSolver
{
    private const double SwitchBelowGain = 0.02;
    private const double LargestDamping = 1e8;
    private const double SmallestDamping = 1e-9;
    private const double FirstRetryDamping = 1e-6;

    /// <summary>Rounding of the objective, relative: a step within it is neither better nor worse.</summary>
    private const double Rounding = 1e-14;

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
                if (trial <= objective * (1 + Rounding))
                {
                    work.Accept();
                    objective = trial;
                    damping = damping < SmallestDamping ? 0 : damping / 10;
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

            // The intercept a b takes the linear step: the logit a (θ - b) is nearly linear in (θ, a, a b), not in (θ, a, b).
            var difficultyStep = work.ItemStep[k] * work.Item[k + 1] / slope;
            work.TrialItem[k] = Math.Clamp(work.Item[k] - difficultyStep, -bound, bound);
            work.TrialItem[k + 1] = slope;
        }
    }
}
