using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>What an adaptive test does to simulated persons: bias, length, exposure, and what it saves.</summary>
public sealed record AdaptiveSimulation
{
    /// <summary>The test.</summary>
    public required AdaptiveTest Test { get; init; }

    /// <summary>Persons of the population, simulated once each.</summary>
    public required SimulatedGroup Population { get; init; }

    /// <summary>Persons of one known ability each.</summary>
    public required IReadOnlyList<SimulatedGroup> Abilities { get; init; }

    /// <summary>Share of the population's tests in which each item was given, in the order of the bank.</summary>
    public required IReadOnlyList<double> Exposure { get; init; }

    /// <summary>Simulates.</summary>
    /// <param name="test">The test.</param>
    /// <param name="abilities">Known abilities to simulate, logits, finite.</param>
    /// <param name="replicates">Simulated persons of each known ability, and of the population; at least 2.</param>
    /// <param name="progress">Told the number of finished persons, of (abilities + 1) times replicates.</param>
    /// <param name="cancel">Stops between persons.</param>
    public static AdaptiveSimulation Of(
        AdaptiveTest test,
        IReadOnlyList<double> abilities,
        int replicates,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(abilities);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        if (abilities.Any(theta => !double.IsFinite(theta)))
        {
            throw new ArgumentException("Abilities to simulate; expected finite numbers of logits.", nameof(abilities));
        }

        var stream = $"{test.Options.Seed}/adaptive/simulation";
        var pool = new WorkspacePool<SimulatedSession>(() => new SimulatedSession(test));
        var runs = ParallelLoop.Run(
            (abilities.Count + 1) * replicates,
            test.Options.Threads,
            pool,
            (k, session) =>
            {
                var (block, replicate) = Math.DivRem(k, replicates);
                var adaptive =
                    block == 0
                        ? session.FromPopulation($"{stream}/population", replicate)
                        : session.At(abilities[block - 1], $"{stream}/ability-{block}", replicate);
                return (Adaptive: adaptive, Random: session.Again());
            },
            progress,
            cancel
        );
        SimulatedGroup Group(int block, double? truth)
        {
            var own = runs.AsSpan(block * replicates, replicates).ToArray();
            return SimulatedGroup.Of(truth, [.. own.Select(r => r.Adaptive)], [.. own.Select(r => r.Random)]);
        }

        return new AdaptiveSimulation
        {
            Test = test,
            Population = Group(0, null),
            Abilities = [.. abilities.Select((theta, k) => Group(k + 1, theta))],
            Exposure = Rates(test.Bank.Items.Count, [.. runs.Take(replicates).Select(r => r.Adaptive)]),
        };
    }

    private static double[] Rates(int items, SimulatedOutcome[] outcomes)
    {
        var counts = new double[items];
        foreach (var item in outcomes.SelectMany(o => o.Items))
        {
            counts[item]++;
        }

        return [.. counts.Select(c => c / outcomes.Length)];
    }
}
