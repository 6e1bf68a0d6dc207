using Tare.Psychometrics;

namespace Tare.App.Calibrations;

/// <summary>Simulated responses in the long form that <c>tare calibrate</c> reads.</summary>
internal static class SimulatedResponsesCsv
{
    /// <summary>Writes all of them, person by person.</summary>
    /// <returns>Responses, and those that were asked for and failed.</returns>
    public static (int Responses, int Failed) Write(
        TextWriter writer,
        SimulatedTruth truth,
        TruthOptions options,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        var hasTrials = options.Trials > 1;
        string[] header =
        [
            "person",
            "item",
            "response",
            .. hasTrials ? ["trials"] : (string[])[],
            .. options.Facet is { } facet ? [facet.Name] : (string[])[],
        ];
        CsvText.Line(writer, header);
        var fields = new string[header.Length];
        if (hasTrials)
        {
            fields[3] = CsvText.Number(options.Trials);
        }

        var (responses, failed) = (0, 0);
        for (var p = 0; p < truth.PersonIds.Count; p++)
        {
            cancel.ThrowIfCancellationRequested();
            fields[0] = truth.PersonIds[p];
            foreach (var (item, level, right) in truth.ResponsesOf(p))
            {
                fields[1] = truth.Items[item].Id;
                fields[2] = right is { } r ? CsvText.Number(r) : "";
                if (options.Facet is not null)
                {
                    fields[^1] = truth.Levels[level];
                }

                CsvText.Line(writer, fields);
                responses += right is null ? 0 : 1;
                failed += right is null ? 1 : 0;
            }

            progress?.Report(p + 1);
        }

        return (responses, failed);
    }
}
