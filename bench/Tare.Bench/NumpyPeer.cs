using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tare.Bench;

/// <summary>The same optimum and the same bootstrap by Newton's method in numpy, run as a program of its own.</summary>
internal static partial class NumpyPeer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>What the peer reports.</summary>
    /// <param name="Objective">Objective of its fit.</param>
    /// <param name="FitCpuSeconds">CPU seconds of its point fit.</param>
    /// <param name="DrawsCpuSeconds">CPU seconds of its draws.</param>
    /// <param name="Versions">Versions of interpreter and libraries.</param>
    internal sealed record Result(double Objective, double FitCpuSeconds, double DrawsCpuSeconds, string Versions);

    /// <summary>Runs the peer, or says why it cannot.</summary>
    internal static Result? Run(string data, int draws, out string reason)
    {
        var folder = Environment.GetEnvironmentVariable("TARE_PEERS") ?? "../shared/tools/peers";
        var script = Path.Combine(folder, "eci_newton.py");
        if (!File.Exists(script))
        {
            reason = "the peer's script was not found; set TARE_PEERS to its folder";
            return null;
        }

        const string Import =
            "import platform, numpy, scipy, pandas; print(f'Python {platform.python_version()}, numpy {numpy.__version__}, scipy {scipy.__version__}')";
        if (!File.Exists(Python) || Start(["-c", Import]) is not { } versions)
        {
            reason = "python3 with numpy, scipy and pandas is not installed";
            return null;
        }

        reason = "";
        var output =
            Start([script, data, draws.ToString(CultureInfo.InvariantCulture)]) ?? throw new InvalidOperationException("The peer failed.");
        var fit = FitLine().Match(output);
        var bootstrap = DrawsLine().Match(output);
        return new Result(Number(fit, "cost"), Number(fit, "cpu"), Number(bootstrap, "cpu"), versions.Trim() + ", one OpenBLAS thread");
    }

    [GeneratedRegex(@"cost (?<cost>[\d.]+),.* (?<cpu>[\d.]+) CPU s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FitLine();

    [GeneratedRegex(@"draws: (?<cpu>[\d.]+) CPU s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DrawsLine();

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string? Start(string[] arguments)
    {
        var info = new ProcessStartInfo(Python, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = errors.Result;
        return process.ExitCode == 0 ? output : null;
    }
}
