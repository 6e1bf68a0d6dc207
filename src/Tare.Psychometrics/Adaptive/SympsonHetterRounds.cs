using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Finds the probability with which each selected item is given (Sympson and Hetter 1985).</summary>
/// <remarks>
/// Each round simulates tests of the population and counts how often an item was selected, P(S). Where P(S) exceeds the limit r, the item is
/// given with probability r / P(S), else always; so P(A) = P(A | S) P(S) is at most r, up to the rounds' noise.
/// </remarks>
internal static class SympsonHetterRounds
{
    internal const int Rounds = 12;
    internal const int Tests = 500;

    internal static AdaptiveTest Admit(AdaptiveTest test, double limit, IProgress<int>? progress, CancellationToken cancel)
    {
        var current = test;
        for (var round = 0; round < Rounds; round++)
        {
            var selected = SelectedShares(current, round, progress, cancel);
            current = test.With([.. selected.Select(s => s > limit ? limit / s : 1)]);
        }

        return current;
    }

    private static double[] SelectedShares(AdaptiveTest test, int round, IProgress<int>? progress, CancellationToken cancel)
    {
        var pool = new WorkspacePool<SimulatedSession>(() => new SimulatedSession(test));
        var runs = ParallelLoop.Run(
            Tests,
            test.Options.Threads,
            pool,
            (k, session) =>
            {
                session.FromPopulation($"{test.Options.Seed}/adaptive/exposure/{round}", k);
                return session.Selected();
            },
            progress is null ? null : new Shifted(progress, round * Tests),
            cancel
        );
        var counts = new double[test.Bank.Items.Count];
        foreach (var item in runs.SelectMany(items => items))
        {
            counts[item]++;
        }

        return [.. counts.Select(c => c / Tests)];
    }

    private sealed class Shifted(IProgress<int> progress, int before) : IProgress<int>
    {
        public void Report(int value) => progress.Report(before + value);
    }
}
