using Tare.App.Calibrations;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Item families by marginal maximum likelihood, in <c>tare calibrate</c>.</summary>
internal static class CalibrateMarginal
{
    public static int Run(
        CalibrateOutput run,
        CalibrateInput input,
        CalibrateOptions options,
        ResponseModel model,
        CancellationToken cancel
    )
    {
        var settings = Settings(run, input, options, model);
        var dif = options.Comparisons.Column(run.Parse, input.Data);
        var families = options.Comparisons.FamiliesOf(run.Parse, CalibrateCommand.Model);
        var fit = MarginalCalibration.Fit(input.Data, settings, cancel);
        var diagnostics = CalibrateDiagnostics.Of(run.Terminal, fit, dif, families, cancel);
        var single = settings with { Threads = 1, StandardErrors = StandardErrorMethod.None };
        var bootstrap = CalibrateErrors.Bootstrap(run, input, options, d => Refit(MarginalCalibration.Fit(d, single, cancel)), cancel);
        run.Write(
            [.. input.Notes, .. fit.Warnings, .. diagnostics.Fit.Warnings],
            () =>
            {
                var result = CalibrateJson.Of(fit, diagnostics);
                result["estimator"] = "mml";
                result["bootstrap"] = EstimatesJson.Of(bootstrap);
                return result;
            },
            t =>
            {
                if (run.Layout == CoefficientLayout.Mirt)
                {
                    MirtScreen.Write(t, fit);
                }
                else
                {
                    CalibrateScreen.Write(t, fit, diagnostics);
                }

                EstimatesScreen.Bootstrap(t.Styled(), bootstrap);
            }
        );
        run.Keep(() => CalibrationFolder.Of(fit, run.Layout, input.Notes));
        return fit.Convergence.Reached ? ExitCode.Done : ExitCode.NotIdentified;
    }

    private static MarginalOptions Settings(CalibrateOutput run, CalibrateInput input, CalibrateOptions options, ResponseModel model)
    {
        var guessing = run.Parse.GetValue(options.Guessing);
        if (guessing is not null && model != ResponseModel.ThreeParameter)
        {
            throw InputException.At(
                "--guessing",
                $"with --family {KebabCase.Of(model)}",
                "--family 3pl",
                "only 3pl has a guessing parameter"
            );
        }

        if (guessing is { } c && !(c >= 0 && c < 1))
        {
            throw InputException.At("--guessing", Show.Number(c, "R"), "a probability in [0, 1)", "for four choices, --guessing 0.25");
        }

        return new MarginalOptions
        {
            Model = model,
            Guessing = new GuessingOptions { Fixed = guessing },
            Grid = run.Parse.GetValue(options.GridPoints) is { } points ? new FixedGrid(points) : null,
            StandardErrors = CalibrateErrors.Marginal(run.Parse, options, input.Data),
        };
    }

    private static Refit Refit(ItemCalibration fit) => new(fit.Persons, fit.Items, fit.Convergence.Reached);
}
