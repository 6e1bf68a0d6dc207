using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Runs units of work that write to places of their own.</summary>
internal static class Blocks
{
    private static readonly WorkspacePool<object> s_nothing = new(() => new object());

    internal static void Run(int count, int threads, Action<int> unit) => Run(count, threads, unit, default);

    internal static void Run(int count, int threads, Action<int> unit, CancellationToken cancel)
    {
        if (threads == 1)
        {
            for (var k = 0; k < count; k++)
            {
                cancel.ThrowIfCancellationRequested();
                unit(k);
            }

            return;
        }

        _ = ParallelLoop.Run(
            count,
            threads,
            s_nothing,
            (k, _) =>
            {
                unit(k);
                return true;
            },
            progress: null,
            cancel
        );
    }
}
