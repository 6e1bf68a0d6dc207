using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare calibrate FILE</c>: item parameters, abilities or variance components from responses.</summary>
internal static class CalibrateCommand
{
    private const string ManyFacetFamily = "many-facet";

    private static readonly Dictionary<string, ResponseModel> s_families = new(StringComparer.Ordinal)
    {
        ["rasch"] = ResponseModel.Rasch,
        ["1pl"] = ResponseModel.OneParameter,
        ["2pl"] = ResponseModel.TwoParameter,
        ["3pl"] = ResponseModel.ThreeParameter,
    };

    private static readonly Dictionary<string, AttemptRule> s_rules = new(StringComparer.Ordinal)
    {
        ["mean"] = AttemptRule.Mean,
        ["pass@2"] = AttemptRule.PassAtTwo,
        ["best"] = AttemptRule.Best,
    };

    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "Responses in long form: person,item,response[,trials][,frequency][,importance][,facet columns...], CSV or JSON lines.",
        };
        var family = new Option<string>("--family")
        {
            Description = $"{string.Join(", ", s_families.Keys)} or {ManyFacetFamily}. Default 2pl.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "2pl",
        };
        var facets = new Option<string?>("--facets")
        {
            Description =
                "Facet columns of the many-facet family, with commas. Default: every further column. Its terms are all main effects and two-way interactions.",
            HelpName = "COLUMNS",
        };
        var posterior = new Option<bool>("--posterior")
        {
            Description = "Draw the many-facet posterior instead of its Laplace approximation.",
        };
        var attempts = new Option<string>("--attempts")
        {
            Description = $"How several trials become one response: {string.Join(", ", s_rules.Keys)}. Default mean, k of n.",
            HelpName = "RULE",
            DefaultValueFactory = _ => "mean",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "calibrate",
            "Item parameters and abilities from pass/fail rows, or variance components from rows with facets."
        )
        {
            file,
            family,
            facets,
            posterior,
            attempts,
            json,
        };
        command.SetAction(
            (parse, cancel) =>
            {
                var path = parse.GetValue(file)!;
                var (data, warnings) = Scored(Responses.Read(path), parse.GetValue(attempts)!);
                var inputs = Responses.DigestOf(path);
                var name = parse.GetValue(family)!;
                var run = new CalibrateOutput(terminal, parse, inputs, parse.GetValue(json), warnings);
                return Task.FromResult(
                    name == ManyFacetFamily
                        ? ManyFacetRun(terminal, run, data, parse.GetValue(facets), parse.GetValue(posterior), cancel)
                        : MarginalRun(run, data, Family(name), cancel)
                );
            }
        );
        return command;
    }

    /// <summary>The responses under a rule for their trials, and what it left out.</summary>
    private static (ResponseMatrix Data, IReadOnlyList<string> Warnings) Scored(ResponseMatrix data, string name)
    {
        if (!s_rules.TryGetValue(name, out var rule))
        {
            throw InputException.At(
                "--attempts",
                $"'{name}'",
                $"one of {string.Join(", ", s_rules.Keys)}",
                "mean takes the share of trials that succeed, pass@2 the best of two, best the best of all"
            );
        }

        var scored = AttemptRules.Apply(data, rule, out var tooFew);
        return (scored, tooFew == 0 ? [] : [$"left out: {Show.Count(tooFew, "response")} of one trial, which pass@2 cannot score"]);
    }

    private static ResponseModel Family(string name) =>
        s_families.TryGetValue(name, out var model)
            ? model
            : throw InputException.At(
                "--family",
                $"'{name}'",
                $"one of {string.Join(", ", s_families.Keys.Append(ManyFacetFamily))}",
                $"did you mean '{NearestNames.Of(name, s_families.Keys.Append(ManyFacetFamily))[0]}'?"
            );

    private static int MarginalRun(CalibrateOutput run, ResponseMatrix data, ResponseModel model, CancellationToken cancel)
    {
        var fit = MarginalCalibration.Fit(data, new MarginalOptions { Model = model }, cancel);
        run.Write(fit.Warnings, () => CalibrateJson.Of(fit), t => CalibrateScreen.Write(t, fit));
        return fit.Convergence.Reached ? ExitCode.Done : ExitCode.NotIdentified;
    }

    private static int ManyFacetRun(
        Terminal terminal,
        CalibrateOutput run,
        ResponseMatrix data,
        string? facets,
        bool posterior,
        CancellationToken cancel
    )
    {
        string[] columns = ["person", "item", .. facets?.Split(',', StringSplitOptions.TrimEntries) ?? data.Facets.Select(f => f.Name)];
        var pairs = columns
            .SelectMany((a, i) => columns.Skip(i + 1).Select(b => (a, b)))
            .Where(p => data.Facets.Count > 0 || p.a != "person");
        var terms = columns.Select(c => FacetTerm.Random(c)).Concat(pairs.Select(p => FacetTerm.Random(p.a, p.b)));
        var family = ManyFacet.For(data, new ManyFacetOptions { Terms = [.. terms] });
        if (!posterior)
        {
            var estimate = family.EstimateLaplace(cancel: cancel);
            run.Write([], () => CalibrateJson.Of(estimate), t => CalibrateScreen.Write(t, estimate));
            return ExitCode.Done;
        }

        using var line = new ProgressLine(terminal, "drawing");
        var options = new PosteriorOptions();
        return family.DrawPosterior(options, line.Of(options.Chains * (options.Warmup + options.Draws)), cancel) switch
        {
            ManyFacetResult.Converged converged => Done(run, converged.Calibration),
            ManyFacetResult.NotConverged not => throw new NotIdentifiedException(not.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static int Done(CalibrateOutput run, ManyFacetCalibration calibration)
    {
        run.Write([], () => CalibrateJson.Of(calibration), t => CalibrateScreen.Write(t, calibration));
        return ExitCode.Done;
    }
}
