using Tare.App.Calibrations;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The families of several dimensions of <c>tare calibrate</c>: bifactor and multidimensional.</summary>
internal static class CalibrateDimensions
{
    public const string Bifactor = "bifactor";
    public const string Correlated = "multidimensional";

    public static int Run(CalibrateOutput run, CalibrateInput input, CalibrateOptions options, string family, CancellationToken cancel)
    {
        var domains =
            CalibrateErrors.Groups(run.Parse, options)
            ?? throw InputException.At(
                "--family",
                $"{family} without a map of items to domains",
                "--domains FILE.csv with the columns item,domain",
                "write one line an item; or take the family 2pl for one dimension"
            );
        if (run.Parse.GetValue(options.StandardErrors) is { } kind)
        {
            throw InputException.At(
                "--standard-errors",
                $"{kind} with --family {family}",
                "no choice: the observed information, or cross products where that costs too much",
                "leave the option out"
            );
        }

        var fit = Fit(run.Terminal, input.Data, family, domains, cancel);
        run.Write([.. input.Notes, .. fit.Warnings], () => DimensionsJson.Of(fit, family), t => DimensionsScreen.Write(t, fit, family));
        run.Keep(CalibrationFolder.OfResult);
        return fit.Convergence.Reached ? ExitCode.Done : ExitCode.NotIdentified;
    }

    private static DimensionalResult Fit(
        Terminal terminal,
        ResponseMatrix data,
        string family,
        IReadOnlyDictionary<string, string> domains,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "fitting");
        try
        {
            return DimensionalCalibration.Fit(
                data,
                new DimensionOptions
                {
                    Structure = family == Bifactor ? DimensionStructure.Bifactor : DimensionStructure.Correlated,
                    Domains = domains,
                },
                line.OfDimensions(),
                cancel
            );
        }
        catch (ArgumentException e)
        {
            throw new InputException(e.Message, e);
        }
    }
}
