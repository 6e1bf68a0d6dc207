using System.CommandLine;
using Tare.App.Calibrations;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Conditional and joint estimators of <c>tare calibrate</c>: those that assume no population.</summary>
internal static class CalibrateEstimates
{
    /// <summary>Standard deviation of the abilities' prior in joint maximum a posteriori, logits.</summary>
    private const double AbilityDeviation = 1;

    private const double DifficultyDeviation = 2;

    public static int Run(
        CalibrateOutput run,
        CalibrateInput input,
        CalibrateOptions options,
        string estimator,
        ResponseModel model,
        CancellationToken cancel
    )
    {
        Require(estimator, model, options.FamilyOf(run.Parse));
        var errors = StandardErrors(run.Parse, options, input, estimator);
        var groups = errors == CalibrateErrors.Sandwich ? CalibrateErrors.Groups(run.Parse, options) : null;
        var fit = Fit(input.Data, estimator, model, groups, cancel);
        var bootstrap = CalibrateErrors.Bootstrap(run, input, options, d => Refit(Fit(d, estimator, model, null, cancel)), cancel);
        run.Write(
            [.. input.Notes, .. fit.Warnings],
            () => EstimatesJson.Of(fit, estimator, model, bootstrap),
            t => EstimatesScreen.Write(t, fit, input.Data, estimator, model, bootstrap)
        );
        run.Keep(() => CalibrationFolder.Of(fit, input.Data, run.Layout));
        return fit.Convergence.Reached ? ExitCode.Done : ExitCode.NotIdentified;
    }

    private static void Require(string estimator, ResponseModel model, string family)
    {
        if (model != ResponseModel.Rasch && !(estimator == "map" && model == ResponseModel.TwoParameter))
        {
            throw InputException.At(
                "--estimator",
                $"{estimator} with --family {family}",
                estimator == "map" ? "the families rasch and 2pl" : "the family rasch",
                estimator == "map"
                    ? "take mml for this family"
                    : $"only Rasch totals are sufficient for abilities: give --family rasch, or take mml{(model == ResponseModel.TwoParameter ? " or map" : "")}"
            );
        }
    }

    private static string? StandardErrors(ParseResult parse, CalibrateOptions options, CalibrateInput input, string estimator)
    {
        var wanted = parse.GetValue(options.StandardErrors);
        var isQuasi = input.Data.IsContinuous || input.Data.HasImportance;
        return (wanted, estimator) switch
        {
            (CalibrateErrors.Fisher, _) when isQuasi => throw InputException.At(
                "--standard-errors",
                "fisher",
                "sandwich or bootstrap: the responses have shares or importance weights, whose information is not the inverse of a variance",
                "leave the option out (sandwich), or give --standard-errors bootstrap"
            ),
            (CalibrateErrors.FisherByItem, _) or (CalibrateErrors.Sandwich, "cml") => throw InputException.At(
                "--standard-errors",
                wanted!,
                estimator == "cml" ? "fisher or bootstrap" : "fisher, sandwich or bootstrap",
                "leave the option out, or give --standard-errors bootstrap"
            ),
            (null, not "cml") when parse.GetValue(options.Domains) is not null => CalibrateErrors.Sandwich,
            _ => wanted,
        };
    }

    private static PersonItemEstimates Fit(
        ResponseMatrix data,
        string estimator,
        ResponseModel model,
        IReadOnlyDictionary<string, string>? groups,
        CancellationToken cancel
    )
    {
        try
        {
            return estimator switch
            {
                "cml" => ConditionalCalibration.Fit(data, new ConditionalOptions(), cancel),
                "jml" => JointCalibration.Fit(data, new JointOptions { ItemGroups = groups, MaximumCycles = 5000 }),
                _ => JointCalibration.Fit(
                    data,
                    new JointOptions
                    {
                        Model = model,
                        AbilityDeviation = AbilityDeviation,
                        DifficultyDeviation = DifficultyDeviation,
                        ItemGroups = groups,
                        MaximumCycles = 5000,
                        Tolerance = 1e-6,
                    }
                ),
            };
        }
        catch (ArgumentException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    private static Refit Refit(PersonItemEstimates fit) => new(fit.Persons, fit.Items, fit.Convergence.Reached);
}
