using System.Diagnostics;

namespace Tare.Bench;

/// <summary>Time that a piece of work took.</summary>
/// <param name="CpuSeconds">User and system time of the process, all threads, seconds.</param>
/// <param name="WallSeconds">Elapsed time, seconds.</param>
internal readonly record struct Measurement(double CpuSeconds, double WallSeconds)
{
    internal static Measurement Of(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        work();
        watch.Stop();
        process.Refresh();
        return new Measurement((process.TotalProcessorTime - cpu).TotalSeconds, watch.Elapsed.TotalSeconds);
    }

    /// <summary>The run with the median CPU time.</summary>
    internal static Measurement MedianOf(int runs, Action work)
    {
        var sorted = Enumerable.Range(0, runs).Select(_ => Of(work)).OrderBy(m => m.CpuSeconds).ToArray();
        return sorted[runs / 2];
    }
}
