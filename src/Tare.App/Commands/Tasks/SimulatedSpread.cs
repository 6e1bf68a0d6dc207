using Tare.Numerics;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Commands;

/// <summary>A simulated model over the tasks that state a simulated difficulty.</summary>
/// <param name="Ability">Logits.</param>
/// <param name="Expected">Mean over tasks of 1 / (1 + exp(difficulty - ability)).</param>
/// <param name="Drawn">Mean reward of one draw: a task that is solved gives what the oracle got, another what doing nothing got.</param>
/// <param name="Items">Tasks behind both.</param>
internal sealed record SimulatedSpread(double Ability, double Expected, double Drawn, int Items)
{
    private static readonly double[] s_abilities = [-2, 0, 2];

    /// <summary>Three abilities, or none where no task states a difficulty or could be tried.</summary>
    public static IReadOnlyList<SimulatedSpread> Of(IReadOnlyList<TaskCheckResult> results)
    {
        var tried = results
            .Where(r =>
                r.Task.SimulatedDifficulty is not null
                && r.Agent(TaskCheck.Oracle)?.Raw is Outcome.Scored
                && r.Agent(TaskCheck.Nothing)?.Raw is Outcome.Scored
            )
            .ToArray();
        return tried.Length == 0 ? [] : [.. s_abilities.Select(a => Of(a, tried))];
    }

    private static SimulatedSpread Of(double ability, TaskCheckResult[] tried)
    {
        double Chance(TaskCheckResult r) => Logistic.Sigmoid(ability - r.Task.SimulatedDifficulty!.Value);
        static double Reward(TaskCheckResult r, string agent) => ((Outcome.Scored)r.Agent(agent)!.Raw).Value;
        double Drawn(TaskCheckResult r)
        {
            var stream = RandomSource.For(FormattableString.Invariant($"task-check/{ability}/{r.Task.Id}"), 1);
            return Reward(r, stream.NextDouble() < Chance(r) ? TaskCheck.Oracle : TaskCheck.Nothing);
        }

        return new SimulatedSpread(ability, tried.Average(Chance), tried.Average(Drawn), tried.Length);
    }
}
