using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Tare.Analysis;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.Bench;

/// <summary>Specifications a minute of the shipped grid on the curated data, without draws and with 200 each.</summary>
internal static class MultiverseBenchmark
{
    private const double FloorWithoutDraws = 2000;
    private const double FloorWithDraws = 100;

    internal static int Run()
    {
        var grid = MethodGrids.Get(MethodGrids.DefaultName);
        var read = Enumerable.Range(0, grid.Count).Select(k => grid.At(k)).ToArray();
        Specification[] specifications = [.. read.Select((s, k) => new Specification(k, s.Methodology, s.Reason))];
        var text = new StringBuilder("# The multiverse: specifications a minute\n\n");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"- Runtime: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"- Grid: {grid.Name}, {specifications.Length} specifications; first run, compilation included"
        );
        text.AppendLine("- A minute of two processors is 120 CPU seconds").AppendLine();
        text.AppendLine("| draws | fits | CPU s | wall s | a minute, by wall | a minute of two processors, by CPU | floor |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        var isFast = true;
        foreach (var (draws, floor) in new[] { (0, FloorWithoutDraws), (200, FloorWithDraws) })
        {
            var (time, fits, answered) = Measured(specifications, draws);
            if (answered != specifications.Length)
            {
                Console.Error.WriteLine(
                    $"Wrong answer: {answered} of {specifications.Length} specifications have months. Nothing was measured."
                );
                return 3;
            }

            var (wall, cpu) = (60 * specifications.Length / time.WallSeconds, 120 * specifications.Length / time.CpuSeconds);
            isFast &= cpu >= floor;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {draws} | {fits} | {time.CpuSeconds:F1} | {time.WallSeconds:F1} | {wall:F0} | {cpu:F0} | {floor:F0} |"
            );
        }

        Console.Write(text);
        return isFast ? 0 : 1;
    }

    private static (Measurement Time, int Fits, int Answered) Measured(IReadOnlyList<Specification> specifications, int draws)
    {
        var evidences = new Dictionary<string, Evidence>(StringComparer.Ordinal) { [CuratedData.CuratedName] = CuratedData.Evidence() };
        var multiverse = new Multiverse(evidences, new MultiverseOptions { Draws = draws });
        var answered = 0;
        var time = Measurement.Of(() =>
        {
            foreach (var part in multiverse.InWorkOrder(specifications).Chunk(500))
            {
                answered += multiverse.Results(part).Count(r => r.Months is not null);
            }
        });
        return (time, multiverse.FitCount, answered);
    }
}
