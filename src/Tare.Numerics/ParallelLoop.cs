using System.Runtime.ExceptionServices;

namespace Tare.Numerics;

/// <summary>The one parallel loop. Unit k of the work gives result k, so the results do not depend on the number of threads.</summary>
public static class ParallelLoop
{
    /// <summary>Runs units 0 ... count - 1 and returns their results in that order.</summary>
    /// <typeparam name="TWorkspace">What a thread needs to work; one unit uses it at a time.</typeparam>
    /// <typeparam name="TResult">Result of a unit.</typeparam>
    /// <param name="count">Number of units, not negative.</param>
    /// <param name="threads">Threads to use; 0 means one for each processor.</param>
    /// <param name="workspaces">Where threads get their workspace.</param>
    /// <param name="unit">Computes unit k; its result must depend on k alone, not on what the workspace held before.</param>
    /// <param name="progress">Told the number of finished units, ascending, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between units.</param>
    /// <exception cref="OperationCanceledException">The loop was cancelled.</exception>
    /// <remarks>An exception of a unit stops the loop and is thrown as it is; of several, that of the lowest unit.</remarks>
    public static TResult[] Run<TWorkspace, TResult>(
        int count,
        int threads,
        WorkspacePool<TWorkspace> workspaces,
        Func<int, TWorkspace, TResult> unit,
        IProgress<int>? progress,
        CancellationToken cancel
    )
        where TWorkspace : class
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        ArgumentNullException.ThrowIfNull(workspaces);
        ArgumentNullException.ThrowIfNull(unit);
        var results = new TResult[count];
        if (threads == 1)
        {
            RunHere(results, workspaces, unit, progress, cancel);
        }
        else
        {
            RunThere(results, threads, workspaces, unit, progress, cancel);
        }

        return results;
    }

    private static void RunHere<TWorkspace, TResult>(
        TResult[] results,
        WorkspacePool<TWorkspace> workspaces,
        Func<int, TWorkspace, TResult> unit,
        IProgress<int>? progress,
        CancellationToken cancel
    )
        where TWorkspace : class
    {
        var workspace = workspaces.Rent();
        for (var k = 0; k < results.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            results[k] = unit(k, workspace);
            progress?.Report(k + 1);
        }

        workspaces.Return(workspace);
    }

    private static void RunThere<TWorkspace, TResult>(
        TResult[] results,
        int threads,
        WorkspacePool<TWorkspace> workspaces,
        Func<int, TWorkspace, TResult> unit,
        IProgress<int>? progress,
        CancellationToken cancel
    )
        where TWorkspace : class
    {
        var gate = new Lock();
        var finished = 0;
        var failedAt = int.MaxValue;
        ExceptionDispatchInfo? failure = null;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? -1 : threads, CancellationToken = cancel };
        Parallel.For(
            0,
            results.Length,
            options,
            workspaces.Rent,
            (k, loop, workspace) =>
            {
                try
                {
                    results[k] = unit(k, workspace);
                }
                catch (Exception thrown)
                {
                    lock (gate)
                    {
                        if (k < failedAt)
                        {
                            failedAt = k;
                            failure = ExceptionDispatchInfo.Capture(thrown);
                        }
                    }

                    // Lower units still run, so that the exception thrown is the same for any number of threads.
                    loop.Break();
                    return workspace;
                }

                lock (gate)
                {
                    finished++;
                    progress?.Report(finished);
                }

                return workspace;
            },
            workspaces.Return
        );
        failure?.Throw();
    }
}
