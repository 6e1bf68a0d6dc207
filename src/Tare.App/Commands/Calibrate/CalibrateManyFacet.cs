using System.CommandLine;
using System.Globalization;
using Tare.App.Calibrations;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The many-facet family of <c>tare calibrate</c>.</summary>
internal static class CalibrateManyFacet
{
    public static int Run(CalibrateOutput run, CalibrateInput input, CalibrateOptions options, CancellationToken cancel)
    {
        var family = ManyFacet.For(input.Data, Options(run.Parse, input, options));
        if (!run.Parse.GetValue(options.Posterior))
        {
            var estimate = family.EstimateLaplace(cancel: cancel);
            var warnings = estimate.Laplace!.Reached
                ? input.Notes
                : [.. input.Notes, "the maximum of the Laplace approximation was not reached"];
            Write(run, input, warnings, estimate);
            return estimate.Laplace.Reached ? ExitCode.Done : ExitCode.NotIdentified;
        }

        var posterior = Posterior(run.Parse, options);
        using var line = new ProgressLine(run.Terminal, "drawing");
        switch (family.DrawPosterior(posterior, line.Of(posterior.Chains), cancel))
        {
            case ManyFacetResult.Converged converged:
                var calibration = converged.Calibration;
                Write(run, input, [.. input.Notes, .. Withheld(calibration)], calibration);
                return ExitCode.Done;
            case ManyFacetResult.NotConverged not:
                throw new NotIdentifiedException(not.Reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Write(CalibrateOutput run, CalibrateInput input, IReadOnlyList<string> warnings, ManyFacetCalibration fit)
    {
        var facets = CalibrateDiagnostics.OfFacets(input.Data);
        run.Write(
            warnings,
            () => ManyFacetJson.Of(fit, DesignSummary.Of(input.Data), facets),
            t => ManyFacetScreen.Write(t, fit, input.Data, facets)
        );
        run.Keep(() => CalibrationFolder.Of(fit, input.Data));
    }

    /// <summary>The columns that terms name.</summary>
    public static IEnumerable<string> Columns(string terms) => Parts(terms).SelectMany(term => term).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Withheld(ManyFacetCalibration fit) =>
        fit
            .Effects.Where(e => e.Withheld.Count > 0)
            .Select(e =>
                $"{e.Withheld.Count} effect(s) of {e.Term.Name} are withheld: their own chains do not agree, for example {string.Join(" x ", e.Withheld[0])}"
            );

    private static string[][] Parts(string terms) =>
        [
            .. terms
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(term => term.Split(':', StringSplitOptions.TrimEntries))
                .Select(parts =>
                    parts.Any(part => part.Length == 0 || part.Contains('*', StringComparison.Ordinal))
                    || parts.Distinct(StringComparer.Ordinal).Count() < parts.Length
                        ? throw InputException.At(
                            "--terms",
                            $"'{string.Join(':', parts)}'",
                            "columns joined by colons, none twice",
                            "write model:harness for their interaction, and model,harness,model:harness for what R calls model*harness"
                        )
                        : parts
                ),
        ];

    private static ManyFacetOptions Options(ParseResult parse, CalibrateInput input, CalibrateOptions options)
    {
        string[] columns = [input.Person, input.Item, .. input.Data.Facets.Select(f => f.Name)];
        var terms = parse.GetValue(options.Terms) is { } text ? Parts(text) : AllPairs(columns, input.Data.Facets.Count > 0);
        foreach (var column in terms.SelectMany(t => t))
        {
            if (!columns.Contains(column, StringComparer.Ordinal))
            {
                throw InputException.At(
                    "--terms",
                    $"'{column}'",
                    $"columns of the responses: {string.Join(", ", columns)}",
                    NearestNames.NextStep(column, columns, "take one of them")
                );
            }
        }

        if (
            terms
                .GroupBy(t => string.Join(':', t.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
                .FirstOrDefault(g => g.Count() > 1) is
            { } twice
        )
        {
            throw InputException.At("--terms", $"'{twice.Key}' twice", "each term once", "leave one of them out");
        }

        return new ManyFacetOptions
        {
            Terms = [.. terms.Select(t => FacetTerm.Random(t))],
            PersonColumn = input.Person,
            ItemColumn = input.Item,
            Prior = Prior(parse.GetValue(options.Prior)),
            InterceptWidth = parse.GetValue(options.InterceptWidth) is > 0 and < double.PositiveInfinity and var width
                ? width
                : throw InputException.At("--intercept-sd", "not positive", "a positive number of logits", "10 hardly informs"),
            IntervalLevel = parse.GetValue(options.Level) ?? 0.9,
        };
    }

    private static string[][] AllPairs(string[] columns, bool hasFacets) =>
        [
            .. columns.Select(c => new[] { c }),
            .. columns
                .SelectMany((a, i) => columns.Skip(i + 1).Select(b => new[] { a, b }))
                .Where(pair => hasFacets || pair[0] != columns[0]),
        ];

    private static PosteriorOptions Posterior(ParseResult parse, CalibrateOptions options)
    {
        if (parse.GetValue(options.Draws) is < 100 and var few)
        {
            throw InputException.At("--draws", $"{few}", "at least 100 of each chain", "leave it out for 1,500");
        }

        var otherwise = new PosteriorOptions();
        return otherwise with
        {
            Chains = parse.GetValue(options.Chains) ?? otherwise.Chains,
            Warmup = parse.GetValue(options.Warmup) ?? otherwise.Warmup,
            Draws = parse.GetValue(options.Draws) ?? otherwise.Draws,
            Stream = parse.GetValue(options.Seed) ?? otherwise.Stream,
        };
    }

    private static ScalePrior Prior(string? text)
    {
        if (text is null)
        {
            return new ScalePrior.InverseGammaVariance(1, 0.05);
        }

        var at = text.IndexOf(':', StringComparison.Ordinal);
        var name = at < 0 ? text : text[..at];
        var numbers = new List<double>();
        foreach (var part in at < 0 ? [] : text[(at + 1)..].Split(','))
        {
            if (
                double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number > 0
                && double.IsFinite(number)
            )
            {
                numbers.Add(number);
            }
        }

        return (name, numbers) switch
        {
            ("inverse-gamma", [var shape, var scale]) => new ScalePrior.InverseGammaVariance(shape, scale),
            ("half-normal", [var width]) => new ScalePrior.HalfNormal(width),
            ("half-t", [var degrees, var width]) => new ScalePrior.HalfT(degrees, width),
            _ => throw InputException.At(
                "--prior",
                $"'{text}'",
                "inverse-gamma:SHAPE,SCALE, half-normal:WIDTH or half-t:DF,WIDTH with positive numbers",
                "for example --prior half-t:3,2.5"
            ),
        };
    }
}
