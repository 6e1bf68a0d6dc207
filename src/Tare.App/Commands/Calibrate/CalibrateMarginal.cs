using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Psychometrics;

namespace Tare.App.Commands;

/// <summary>Item families by marginal maximum likelihood, in <c>tare calibrate</c>.</summary>
internal static class CalibrateMarginal
{
    public static int Run(CalibrateOutput run, CalibrateInput input, ResponseModel model, CancellationToken cancel)
    {
        var fit = MarginalCalibration.Fit(input.Data, new MarginalOptions { Model = model }, cancel);
        run.Write([.. input.Notes, .. fit.Warnings], () => CalibrateJson.Of(fit), t => CalibrateScreen.Write(t, fit));
        return fit.Convergence.Reached ? ExitCode.Done : ExitCode.NotIdentified;
    }
}
