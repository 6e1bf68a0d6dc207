using System.CommandLine;
using Tare.App.Calibrations;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare calibrate FILE</c>: item parameters, abilities or variance components from responses.</summary>
internal static class CalibrateCommand
{
    private const string ManyFacetFamily = "many-facet";

    private static readonly Dictionary<string, ResponseModel> s_items = new(StringComparer.Ordinal)
    {
        ["rasch"] = ResponseModel.Rasch,
        ["1pl"] = ResponseModel.OneParameter,
        ["2pl"] = ResponseModel.TwoParameter,
        ["3pl"] = ResponseModel.ThreeParameter,
    };

    /// <summary>Names of the families.</summary>
    public static IReadOnlyList<string> Families { get; } =
    [.. s_items.Keys, CalibrateDimensions.Bifactor, CalibrateDimensions.Correlated, ManyFacetFamily];

    /// <summary>Names of the estimators.</summary>
    public static IReadOnlyList<string> Estimators { get; } = ["mml", "cml", "jml", "map"];

    public static Command Build(Terminal terminal)
    {
        var options = new CalibrateOptions();
        var command = options.On(
            "calibrate",
            "Item parameters and abilities from pass/fail rows, or variance components from rows with facets."
        );
        command.SetAction(
            async (parse, cancel) =>
            {
                var input = Read(parse, options);
                var run = new CalibrateOutput(terminal, parse, input.Digest, parse.GetValue(options.Json))
                {
                    Folder = parse.GetValue(options.Out),
                    Layout = CoefficientLayouts.Of(parse.GetValue(options.ItemsLayout)!),
                };
                var code = Run(run, input, options, cancel);
                await run.SaveAsync();
                return code;
            }
        );
        return command;
    }

    private static CalibrateInput Read(ParseResult parse, CalibrateOptions options)
    {
        var family = options.FamilyOf(parse);
        if (!Families.Contains(family, StringComparer.Ordinal))
        {
            throw InputException.At(
                "--family",
                $"'{family}'",
                $"one of {string.Join(", ", Families)}",
                NearestNames.NextStep(family, Families, "take one of them")
            );
        }

        return CalibrateInput.Read(parse, options);
    }

    private static int Run(CalibrateOutput run, CalibrateInput input, CalibrateOptions options, CancellationToken cancel)
    {
        var family = options.FamilyOf(run.Parse);
        var estimator = run.Parse.GetValue(options.Estimator) ?? "mml";
        if (!(s_items.TryGetValue(family, out var model) && estimator == "mml"))
        {
            options.Comparisons.RequireNone(run.Parse, family, estimator);
        }

        if (!s_items.ContainsKey(family))
        {
            RequireMarginal(family, estimator);
            return family == ManyFacetFamily
                ? CalibrateManyFacet.Run(run, input, options, cancel)
                : CalibrateDimensions.Run(run, input, options, family, cancel);
        }

        return estimator == "mml"
            ? CalibrateMarginal.Run(run, input, options, model, cancel)
            : CalibrateEstimates.Run(run, input, options, estimator, model, cancel);
    }

    /// <summary>The item family of a name.</summary>
    /// <exception cref="InputException">There is none of this name.</exception>
    public static ResponseModel Model(string name) =>
        s_items.TryGetValue(name, out var model)
            ? model
            : throw InputException.At(
                "--compare",
                $"'{name}'",
                $"one of {string.Join(", ", s_items.Keys)}",
                NearestNames.NextStep(name, s_items.Keys, "take one of them")
            );

    private static void RequireMarginal(string family, string estimator)
    {
        if (estimator != "mml")
        {
            throw InputException.At("--estimator", $"{estimator} with --family {family}", "mml", "leave the option out");
        }
    }
}
