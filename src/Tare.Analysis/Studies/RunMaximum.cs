using Tare.Numerics;
using Tare.Psychometrics;

namespace Tare.Analysis;

/// <summary>How far the best of several whole runs stands above their mean, where attempts have no run: the mean over random assignments.</summary>
/// <remarks>Each item's attempts are dealt to the runs at random; an item with fewer attempts than runs is absent from the others. Streams: <c>study/run-maximum/{person}</c>.</remarks>
internal static class RunMaximum
{
    /// <summary>Runs.</summary>
    internal const int Runs = 5;

    private const int Assignments = 200;

    /// <summary>Mean over assignments of the largest run's share minus the mean share, by person.</summary>
    internal static Dictionary<string, double> Of(ResponseMatrix data, CancellationToken cancel)
    {
        var gains = ParallelLoop.Run(
            data.Persons.Count,
            0,
            new WorkspacePool<object>(() => new object()),
            (p, _) => Gain(data, p),
            null,
            cancel
        );
        return data.Persons.Select((id, p) => (id, p)).ToDictionary(x => x.id, x => gains[x.p], StringComparer.Ordinal);
    }

    private static double Gain(ResponseMatrix data, int person)
    {
        var sum = 0.0;
        for (var a = 0; a < Assignments; a++)
        {
            var random = RandomSource.For($"study/run-maximum/{data.Persons[person]}", a);
            var (right, count) = (new int[Runs], new int[Runs]);
            for (var k = data.PersonStart[person]; k < data.PersonStart[person + 1]; k++)
            {
                var left = data.Trials[k];
                var successes = (int)Math.Round(data.Value[k] * left);
                var first = random.NextInt(Runs);
                for (var r = 0; r < Runs && left > 0; r++, left--)
                {
                    var isRight = random.NextInt(left) < successes;
                    successes -= isRight ? 1 : 0;
                    right[(first + r) % Runs] += isRight ? 1 : 0;
                    count[(first + r) % Runs]++;
                }
            }

            var shares = Enumerable.Range(0, Runs).Where(r => count[r] > 0).Select(r => (double)right[r] / count[r]).ToList();
            sum += shares.Max() - shares.Average();
        }

        return sum / Assignments;
    }
}
