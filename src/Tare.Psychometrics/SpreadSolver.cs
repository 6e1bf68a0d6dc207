namespace Tare.Psychometrics;

/// <summary>Damped Newton on a convex objective.</summary>
/// <remarks>
/// One item of each component stays where it is, since the objective does not depend on the origin. Steps are scaled to at most 3 logits, so
/// that a start far out in a tail does not leave the region where the quadratic model means something.
/// </remarks>
internal static class SpreadSolver
{
    private const double LargestStep = 3;
    private const double LargestDamping = 1e8;
    private const double SmallestDamping = 1e-9;
    private const double FirstRetryDamping = 1e-6;

    /// <summary>Rounding of the objective, relative: a step within it is neither better nor worse.</summary>
    private const double Rounding = 1e-14;

    /// <summary>Moves the workspace to the optimum of what is estimated.</summary>
    internal static SolverOutcome Solve(SpreadProblem problem, SpreadWorkspace work)
    {
        var options = problem.Options;
        var objective = work.Evaluate(work.Ability, work.Difficulty);
        var damping = 0.0;
        for (var steps = 0; ; steps++)
        {
            work.Assemble();
            var gradient = LargestGradient(work);
            if (gradient < options.Tolerance)
            {
                return new SolverOutcome(true, steps, objective, gradient);
            }

            if (steps >= options.MaximumIterations || !TryStep(work, ref damping, ref objective))
            {
                return new SolverOutcome(false, steps, objective, gradient);
            }
        }
    }

    private static bool TryStep(SpreadWorkspace work, ref double damping, ref double objective)
    {
        while (damping < LargestDamping)
        {
            if (work.System.TrySolve(damping, work.AbilityGradient, work.DifficultyGradient, work.AbilityStep, work.DifficultyStep))
            {
                Propose(work);
                var trial = work.Evaluate(work.TrialAbility, work.TrialDifficulty);
                if (trial <= objective + (Rounding * Math.Abs(objective)))
                {
                    work.Accept();
                    objective = trial;
                    damping = damping < SmallestDamping ? 0 : damping / 10;
                    return true;
                }

                // The derivatives belong to the current point.
                work.Evaluate(work.Ability, work.Difficulty);
            }

            damping = Math.Max(damping * 8, FirstRetryDamping);
        }

        return false;
    }

    private static double LargestGradient(SpreadWorkspace work)
    {
        var largest = 0.0;
        foreach (var g in work.AbilityGradient)
        {
            largest = Math.Max(largest, Math.Abs(g));
        }

        foreach (var g in work.DifficultyGradient)
        {
            largest = Math.Max(largest, Math.Abs(g));
        }

        return largest;
    }

    private static void Propose(SpreadWorkspace work)
    {
        var largest = 0.0;
        foreach (var step in work.AbilityStep)
        {
            largest = Math.Max(largest, Math.Abs(step));
        }

        foreach (var step in work.DifficultyStep)
        {
            largest = Math.Max(largest, Math.Abs(step));
        }

        var scale = largest > LargestStep ? LargestStep / largest : 1;
        for (var k = 0; k < work.Ability.Length; k++)
        {
            work.TrialAbility[k] = work.Ability[k] - (scale * work.AbilityStep[k]);
        }

        for (var k = 0; k < work.Difficulty.Length; k++)
        {
            work.TrialDifficulty[k] = work.Difficulty[k] - (scale * work.DifficultyStep[k]);
        }
    }
}
