using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Tare.Numerics;
using Tare.Psychometrics;

namespace Tare.Bench;

/// <summary>Marginal maximum likelihood of the two-parameter model beside numpy's accelerated EM, and ten million responses from a file.</summary>
internal static partial class MarginalBenchmark
{
    private const int WarmRuns = 5;
    private const string Python = "/usr/bin/python3";

    // Log-likelihoods that peers reached, and how far quadrature lets two programs differ.
    private static readonly Case[] s_cases =
    [
        new("S", 1_000, 100, -55_630.83, 0.02, [41]),
        new("M", 5_000, 500, -1_340_143.2, 2.5, [41, 121]),
        new("L", 10_000, 1_000, -5_317_972, 2.5, [41, 121]),
    ];

    private sealed record Case(string Name, int Persons, int Items, double LogLikelihood, double Tolerance, int[] PeerPoints);

    internal static int Run()
    {
        var report = new StringBuilder();
        Line(report, "# Item calibration: two-parameter model by marginal maximum likelihood");
        Line(report, "");
        Line(
            report,
            $"- Runtime: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors"
        );
        Line(
            report,
            $"- Medians of {WarmRuns} runs where warm; CPU is user and system time of all threads; no standard errors on either side"
        );
        Line(
            report,
            "- Peer: `mml.py em` (numpy, accelerated EM, one OpenBLAS thread), its own CPU seconds of one fit, in the same run; Q is its grid"
        );
        Line(report, "- Peak: of the whole process so far, data included (smaller cases run first); the peer's includes its simulation");
        Line(report, "");
        Line(report, "| case | program | CPU s | wall s | log-likelihood | cycles | peak MB |");
        Line(report, "|---|---|---|---|---|---|---|");
        var folder = Environment.GetEnvironmentVariable("TARE_PEERS") ?? "../shared/tools/peers";
        if (!File.Exists(Path.Combine(folder, "mml.py")))
        {
            Console.Error.WriteLine("The peer's scripts were not found; set TARE_PEERS to their folder.");
            return 2;
        }

        var isRight = s_cases.Aggregate(true, (right, one) => Compare(one, folder, report) && right);
        TenMillion(report);
        Console.Write(report);
        return isRight ? 0 : 1;
    }

    private static void Line(StringBuilder report, string line) => report.Append(line).Append('\n');

    private static bool Compare(Case one, string folder, StringBuilder report)
    {
        var data = Simulated(one, folder);
        var options = new MarginalOptions { StandardErrors = StandardErrorMethod.None, Threads = 1 };
        ItemCalibration fit = null!;
        var cold = Measurement.Of(() => fit = MarginalCalibration.Fit(data, options));
        var isRight = fit.Convergence.Reached && fit.LogLikelihood > one.LogLikelihood - one.Tolerance;
        var warm = Measurement.MedianOf(WarmRuns, () => MarginalCalibration.Fit(data, options));
        for (var k = 0; one.Name == "S" && k < 4; k++)
        {
            warm = Measurement.MedianOf(4 * WarmRuns, () => MarginalCalibration.Fit(data, options));
        }

        var two = Measurement.MedianOf(WarmRuns, () => MarginalCalibration.Fit(data, options with { Threads = 2 }));
        var peak = Peak();
        var answer = $"{fit.LogLikelihood:F3} | {fit.Convergence.Iterations} | {peak:F0}";
        Line(
            report,
            $"| {one.Name} {one.Persons} x {one.Items} | Tare, cold (compilation included) | {cold.CpuSeconds:F3} | {cold.WallSeconds:F3} | {answer} |"
        );
        Line(report, $"| | Tare, warm, 1 thread | {warm.CpuSeconds:F4} | {warm.WallSeconds:F4} | | | |");
        Line(report, $"| | Tare, warm, 2 threads | {two.CpuSeconds:F4} | {two.WallSeconds:F4} | | | |");
        foreach (var points in one.PeerPoints)
        {
            var output = Start([Path.Combine(folder, "mml.py"), "em", one.Name, points == 41 ? "3" : "1"], folder, points);
            var found = PeerLine().Matches(output)[^1];
            string Part(string name) => found.Groups[name].Value;
            Line(report, $"| | numpy, Q = {points} | {Part("cpu")} | {Part("wall")} | {Part("ll")} | {Part("steps")} | {Part("peak")} |");
        }

        return isRight;
    }

    /// <summary>40,000 persons by 500 items, half of the pairs missing, written as CSV, then read and fitted.</summary>
    private static void TenMillion(StringBuilder report)
    {
        var path = Path.GetTempFileName();
        try
        {
            WriteCsv(path, 40_000, 500);
            ResponseMatrix data = null!;
            var load = Measurement.Of(() =>
            {
                using var reader = new StreamReader(path);
                data = ResponseReader.Read(reader, "responses.csv");
            });
            ItemCalibration fit = null!;
            var time = Measurement.Of(() => fit = MarginalCalibration.Fit(data, new MarginalOptions()));
            Line(report, "");
            Line(
                report,
                $"Ten million: {data.Count} responses of {data.Persons.Count} persons to {data.Items.Count} items, half missing, from a CSV file of {new FileInfo(path).Length >> 20} MB."
            );
            Line(report, "");
            Line(report, "| step | CPU s | wall s |");
            Line(report, "|---|---|---|");
            Line(report, $"| read | {load.CpuSeconds:F2} | {load.WallSeconds:F2} |");
            Line(
                report,
                $"| fit with standard errors ({fit.StandardErrors}), both processors | {time.CpuSeconds:F2} | {time.WallSeconds:F2} |"
            );
            Line(report, "");
            Line(report, $"Converged: {fit.Convergence.Reached} in {fit.Convergence.Iterations} cycles; peak {Peak():F0} MB.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void WriteCsv(string path, int persons, int items)
    {
        var random = RandomSource.For("bench/ten-million", 0);
        var parameters = Enumerable
            .Range(0, items)
            .Select(_ => ItemParameters.At(Math.Exp(0.3 * random.NextNormal()), random.NextNormal()))
            .ToArray();
        using var writer = new StreamWriter(path);
        writer.Write("person,item,response\n");
        for (var p = 0; p < persons; p++)
        {
            var theta = random.NextNormal();
            for (var i = 0; i < items; i++)
            {
                if ((random.NextBits() & 1) == 0)
                {
                    var right = random.NextDouble() < parameters[i].Probability(theta) ? 1 : 0;
                    writer.Write(FormattableString.Invariant($"person-{p},item-{i},{right}\n"));
                }
            }
        }
    }

    private static ResponseMatrix Simulated(Case one, string folder)
    {
        var path = Path.GetTempFileName();
        try
        {
            _ = Start(["-c", $"import sim; sim.make('{one.Name}')[3].tofile(r'{path}')"], folder, 41);
            var table = MemoryMarshal.Cast<byte, sbyte>(File.ReadAllBytes(path));
            return ResponseMatrix.FromTable(
                [.. Enumerable.Range(0, one.Persons).Select(p => $"p{p:00000}")],
                [.. Enumerable.Range(0, one.Items).Select(i => $"i{i:0000}")],
                table
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }

    private static string Start(string[] arguments, string folder, int points)
    {
        var info = new ProcessStartInfo(Python, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        info.Environment["OPENBLAS_NUM_THREADS"] = "1";
        info.Environment["PYTHONPATH"] = Path.GetFullPath(folder);
        info.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        info.Environment["Q"] = points.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException("The peer failed.");
    }

    [GeneratedRegex(
        @"fit_wall=(?<wall>[\d.]+)s fit_cpu=(?<cpu>[\d.]+)s LL=(?<ll>[-\d.]+) steps=(?<steps>\d+) .*peak=(?<peak>\d+)MB",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PeerLine();
}
