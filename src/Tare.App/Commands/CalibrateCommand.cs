using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Catalogue;
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
        var compared = new CalibrateComparisons();
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
            compared.Dif,
            compared.Groups,
            compared.Families,
            json,
        };
        command.SetAction(
            (parse, cancel) =>
            {
                var path = parse.GetValue(file)!;
                var (data, files) = compared.Join(parse, path, Read);
                var inputs = Inputs.DigestOf(files.SelectMany(f => ImportSource.FromPath(f).Files()));
                var name = parse.GetValue(family)!;
                var run = new CalibrateOutput(terminal, parse, inputs, parse.GetValue(json));
                var dif = compared.Column(parse, data, name != ManyFacetFamily);
                return Task.FromResult(
                    name == ManyFacetFamily
                        ? ManyFacetRun(terminal, run, data, parse.GetValue(facets), parse.GetValue(posterior), cancel)
                        : MarginalRun(run, data, Family(name), dif, compared.FamiliesOf(parse, Family), cancel)
                );
            }
        );
        return command;
    }

    private static ResponseMatrix Read(string path)
    {
        if (!File.Exists(path))
        {
            throw InputException.At(path, "no such file", "a file of responses", "check the path; it is relative to the current folder");
        }

        using var reader = new StreamReader(path);
        try
        {
            return ResponseReader.Read(reader, path);
        }
        catch (ResponseFormatException e)
        {
            throw new InputException(e.Message, e);
        }
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

    private static int MarginalRun(
        CalibrateOutput run,
        ResponseMatrix data,
        ResponseModel model,
        string? dif,
        IReadOnlyList<ResponseModel> families,
        CancellationToken cancel
    )
    {
        var fit = MarginalCalibration.Fit(data, new MarginalOptions { Model = model }, cancel);
        var diagnostics = CalibrateDiagnostics.Of(run.Terminal, fit, dif, families, cancel);
        run.Write(
            [.. fit.Warnings, .. diagnostics.Fit.Warnings],
            () => CalibrateJson.Of(fit, diagnostics),
            t => CalibrateScreen.Write(t, fit, diagnostics)
        );
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
            return Done(run, data, estimate);
        }

        using var line = new ProgressLine(terminal, "drawing");
        var options = new PosteriorOptions();
        return family.DrawPosterior(options, line.Of(options.Chains * (options.Warmup + options.Draws)), cancel) switch
        {
            ManyFacetResult.Converged converged => Done(run, data, converged.Calibration),
            ManyFacetResult.NotConverged not => throw new NotIdentifiedException(not.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static int Done(CalibrateOutput run, ResponseMatrix data, ManyFacetCalibration calibration)
    {
        var facets = CalibrateDiagnostics.OfFacets(data);
        run.Write(
            [],
            () => CalibrateJson.Of(calibration, DesignSummary.Of(data), facets),
            t => CalibrateScreen.Write(t, calibration, facets)
        );
        return ExitCode.Done;
    }
}
