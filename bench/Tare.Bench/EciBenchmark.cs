using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Tare.Psychometrics;

namespace Tare.Bench;

/// <summary>Point fit and 1,000 bootstrap draws of Epoch's table of August 2026.</summary>
internal static class EciBenchmark
{
    private const double Optimum = 6.520695497866805;
    private const int Draws = 1000;
    private const int Runs = 5;

    internal static string DefaultFile()
    {
        var folder = Environment.GetEnvironmentVariable("TARE_DATA_MIRROR") ?? "../shared/data";
        return Path.Combine(folder, "epoch-2026-08", "eci_benchmarks.csv");
    }

    internal static int Run(string file)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"{file}: not found. Set TARE_DATA_MIRROR to the folder of the data sets, or name the file.");
            return 2;
        }

        var family = TwoParameterLeastSquares.For(ScoreTable.Read(file), new TwoParameterLeastSquaresOptions { PinnedItem = "Winogrande" });
        Calibration? first = null;
        var cold = Measurement.Of(() => first = family.Fit());
        var fit = first!;
        if (!fit.Convergence.Reached || Math.Abs(fit.Convergence.Objective - Optimum) > 1e-9)
        {
            Console.Error.WriteLine($"Wrong answer: objective {fit.Convergence.Objective}; expected {Optimum}. Nothing was measured.");
            return 3;
        }

        var coldDraws = Measured(family, fit, threads: 1);
        var warm = WarmFit(family);
        var one = Enumerable.Range(0, Runs).Select(_ => Measured(family, fit, threads: 1)).OrderBy(m => m.CpuSeconds).ElementAt(Runs / 2);
        var two = Enumerable.Range(0, Runs).Select(_ => Measured(family, fit, threads: 2)).OrderBy(m => m.CpuSeconds).ElementAt(Runs / 2);
        var peer = NumpyPeer.Run(file, Draws, out var reason);
        Console.Write(Report(fit, cold, warm, coldDraws, one, two, peer, reason));
        return 0;
    }

    private static Measurement Measured(IFamilyFit family, Calibration fit, int threads)
    {
        var notConverged = 0;
        var time = Measurement.Of(() =>
            notConverged = family
                .Bootstrap(fit, new BootstrapOptions { Draws = Draws, Threads = threads }, null, CancellationToken.None)
                .NotConverged
        );
        return notConverged == 0
            ? time
            : throw new InvalidOperationException($"{notConverged} draws did not converge; nothing was measured.");
    }

    /// <summary>The median of many fits, each alone too short for the clock of the process.</summary>
    private static Measurement WarmFit(IFamilyFit family)
    {
        const int Fits = 50;
        for (var k = 0; k < Fits; k++)
        {
            family.Fit();
        }

        var many = Measurement.MedianOf(
            Runs,
            () =>
            {
                for (var k = 0; k < Fits; k++)
                {
                    family.Fit();
                }
            }
        );
        return new Measurement(many.CpuSeconds / Fits, many.WallSeconds / Fits);
    }

    private static string Report(
        Calibration fit,
        Measurement cold,
        Measurement warm,
        Measurement coldDraws,
        Measurement one,
        Measurement two,
        NumpyPeer.Result? peer,
        string reason
    )
    {
        var text = new StringBuilder();
        text.AppendLine("# The capabilities index: point fit and 1,000 bootstrap draws").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"- CPU: {Cpu()}, {Environment.ProcessorCount} processors");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"- Runtime: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"- Data: {fit.Data.Persons.Count} persons, {fit.Data.Items.Count} items, {fit.Data.Count} responses, scores of August 2026"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"- Answer: objective {fit.Convergence.Objective:F12}, largest gradient {fit.Convergence.ProjectedGradientNorm:E1}, all draws converged"
        );
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"- Medians of {Runs} runs where not cold; CPU is user and system time of all threads"
            )
            .AppendLine();
        text.AppendLine("| what | CPU s | wall s |").AppendLine("|---|---|---|");
        Row(text, "point fit, cold (compilation included)", cold);
        Row(text, "point fit, warm", warm);
        Row(text, "1,000 draws, 1 thread, cold", coldDraws);
        Row(text, "1,000 draws, 1 thread, warm", one);
        Row(text, "1,000 draws, 2 threads, warm", two);
        if (peer is null)
        {
            return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"The numpy peer was not run: {reason}.").ToString();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"| numpy peer, point fit | {peer.FitCpuSeconds:F3} | |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| numpy peer, 1,000 draws | {peer.DrawsCpuSeconds:F2} | |").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Peer: {peer.Versions}; objective {peer.Objective:F12}.");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Draws, CPU seconds, peer to ours: {peer.DrawsCpuSeconds / one.CpuSeconds:F0} to 1 warm, {peer.DrawsCpuSeconds / coldDraws.CpuSeconds:F0} to 1 cold."
        );
        return text.ToString();
    }

    private static void Row(StringBuilder text, string what, Measurement time) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {time.CpuSeconds:F4} | {time.WallSeconds:F4} |");

    private static string Cpu() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
                ?? "unknown"
            : "unknown";
}
