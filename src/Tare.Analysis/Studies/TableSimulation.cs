using System.Globalization;
using Tare.Numerics;

namespace Tare.Analysis;

/// <summary>Simulated tables of models by harnesses on the same tasks.</summary>
/// <remarks>
/// logit p = μ(model, harness) - b(task) + task x model + task x harness + interaction(model, harness), each effect normal. A marginal share s is
/// reached by μ = logit(s) √(1 + 0.346 v), v the variance of the effects on a task (Zeger, Liang and Albert 1988, section 4: k² = 0.346).
/// </remarks>
internal sealed class TableSimulation
{
    // Standard deviations in logits, from the many-facet decomposition of SWE-bench Verified over 12 models and 16 harnesses.
    private const double Task = 4.34;
    private const double TaskByModel = 1.23;
    private const double TaskByHarness = 0.58;
    private const double Attenuation = 0.346;
    private readonly double[,] _shares;
    private readonly int _tasks;
    private readonly double _interaction;
    private readonly string _stream;

    /// <param name="shares">Expected share of each model (row) in each harness (column), in (0, 1).</param>
    /// <param name="tasks">Tasks, the same in every cell.</param>
    /// <param name="interaction">Standard deviation of model x harness, logits.</param>
    /// <param name="stream">Name of the random streams.</param>
    internal TableSimulation(double[,] shares, int tasks, double interaction, string stream)
    {
        _shares = shares;
        _tasks = tasks;
        _interaction = interaction;
        _stream = string.Create(CultureInfo.InvariantCulture, $"{stream}/interaction-{interaction:0.00}");
    }

    /// <summary>How many of the simulated tables have a property; table k is the same whatever the threads.</summary>
    internal int Count(int simulations, Func<int[,], bool> property, CancellationToken cancel) =>
        Statistics(simulations, solved => property(solved) ? 1 : 0, cancel).Count(v => v == 1);

    /// <summary>A statistic of each simulated table.</summary>
    internal double[] Statistics(int simulations, Func<int[,], double> statistic, CancellationToken cancel) =>
        ParallelLoop.Run(
            simulations,
            0,
            new WorkspacePool<object>(() => new object()),
            (k, _) => statistic(Draw(RandomSource.For(_stream, k))),
            null,
            cancel
        );

    private int[,] Draw(RandomSource random)
    {
        var (models, harnesses) = (_shares.GetLength(0), _shares.GetLength(1));
        var scale = Math.Sqrt(1 + (Attenuation * ((Task * Task) + (TaskByModel * TaskByModel) + (TaskByHarness * TaskByHarness))));
        var location = new double[models, harnesses];
        for (var m = 0; m < models; m++)
        {
            for (var h = 0; h < harnesses; h++)
            {
                location[m, h] = (scale * Logistic.Logit(_shares[m, h])) + (_interaction * random.NextNormal());
            }
        }

        var solved = new int[models, harnesses];
        var byModel = new double[models];
        for (var t = 0; t < _tasks; t++)
        {
            var easiness = Task * random.NextNormal();
            for (var m = 0; m < models; m++)
            {
                byModel[m] = TaskByModel * random.NextNormal();
            }

            for (var h = 0; h < harnesses; h++)
            {
                var here = easiness + (TaskByHarness * random.NextNormal());
                for (var m = 0; m < models; m++)
                {
                    solved[m, h] += random.NextDouble() < Logistic.Sigmoid(location[m, h] + here + byModel[m]) ? 1 : 0;
                }
            }
        }

        return solved;
    }
}
