using System.Diagnostics;
using System.Globalization;

namespace Tare.Bench;

/// <summary><c>tare dossier lint</c> on 100,000 claims, start of the program included, beside Python's readers, which check nothing, on the same file.</summary>
internal static class DossierBenchmark
{
    private const int Runs = 5;
    private const int PeerRuns = 1;

    /// <param name="program">The published program.</param>
    internal static int Run(string program)
    {
        Console.WriteLine("| claims | format | MB | tare dossier lint, s | Python reads, s |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var isFull in new[] { false, true })
        {
            var folder = Directory.CreateTempSubdirectory("tare-bench-");
            try
            {
                var json = Path.Combine(folder.FullName, "large.json");
                var yaml = Path.Combine(folder.FullName, "large.yaml");
                LargeDossier.WriteJson(json, isFull);
                LargeDossier.WriteYaml(yaml, json);
                foreach (
                    var (file, read) in new[] { (json, "import json; json.load(f)"), (yaml, "import yaml; yaml.load(f, yaml.CSafeLoader)") }
                )
                {
                    var (first, peer) = (
                        Seconds(Runs, program, "dossier", "lint", file),
                        Seconds(PeerRuns, "python3", "-c", "import sys; f = open(sys.argv[1]); " + read, file)
                    );
                    Console.WriteLine(
                        $"| {(isFull ? "full" : "short")} | {Path.GetExtension(file)[1..]} | {Text(new FileInfo(file).Length / 1e6)} | {Text(first)} | {Text(peer)} |"
                    );
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static string Text(double? number) => number?.ToString("0.00", CultureInfo.InvariantCulture) ?? "not here";

    /// <summary>The median of the elapsed times of a command, or <see langword="null"/> where it fails.</summary>
    private static double? Seconds(int runs, string program, params string[] arguments)
    {
        var seconds = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var info = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(info)!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = errors.Result;
            seconds.Add(watch.Elapsed.TotalSeconds);
            if (process.ExitCode != 0)
            {
                return null;
            }
        }

        return seconds.Order().ElementAt(runs / 2);
    }
}
