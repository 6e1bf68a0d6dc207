using System.CommandLine;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The kinds of standard errors that <c>tare calibrate</c> gives.</summary>
internal static class CalibrateErrors
{
    public const string Fisher = "fisher";
    public const string FisherByItem = "fisher-by-item";
    public const string Sandwich = "sandwich";
    private const string Resampled = "bootstrap";
    private const string None = "none";

    private static readonly Dictionary<string, ResampledUnit> s_units = new(StringComparer.Ordinal)
    {
        ["persons"] = ResampledUnit.Persons,
        ["items"] = ResampledUnit.Items,
        ["domains"] = ResampledUnit.ItemGroups,
    };

    /// <summary>Names of the kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Fisher, FisherByItem, Sandwich, Resampled, None];

    /// <summary>Names of what a bootstrap resamples.</summary>
    public static IReadOnlyList<string> Units { get; } = [.. s_units.Keys];

    /// <summary>The marginal estimator's own kind of standard errors.</summary>
    public static StandardErrorMethod Marginal(ParseResult parse, CalibrateOptions options, ResponseMatrix data) =>
        parse.GetValue(options.StandardErrors) switch
        {
            Fisher or FisherByItem when data.IsContinuous || data.HasImportance => throw InputException.At(
                "--standard-errors",
                "fisher",
                "sandwich or bootstrap: the responses have shares or importance weights, whose information is not the inverse of a variance",
                "leave the option out (sandwich), or give --standard-errors bootstrap"
            ),
            Fisher => StandardErrorMethod.Observed,
            FisherByItem => StandardErrorMethod.ItemBlock,
            Sandwich => StandardErrorMethod.Sandwich,
            None => StandardErrorMethod.None,
            _ => StandardErrorMethod.Automatic,
        };

    /// <summary>The group of each item, from <c>--domains</c>; <see langword="null"/> where it was not given.</summary>
    public static IReadOnlyDictionary<string, string>? Groups(ParseResult parse, CalibrateOptions options) =>
        parse.GetValue(options.Domains) is { } path ? DomainFile.Read(path) : null;

    /// <summary>Refits on resamples where the person asked for them.</summary>
    public static ResampledErrors? Bootstrap(
        CalibrateOutput run,
        CalibrateInput input,
        CalibrateOptions options,
        Func<ResponseMatrix, Refit> refit,
        CancellationToken cancel
    )
    {
        if (run.Parse.GetValue(options.StandardErrors) != Resampled)
        {
            return null;
        }

        var otherwise = new ResampleOptions();
        var unit = s_units[run.Parse.GetValue(options.Resample)!];
        var groups = Groups(run.Parse, options);
        if (unit == ResampledUnit.ItemGroups && groups is null)
        {
            throw InputException.At(
                "--resample",
                "domains",
                "a map of items to domains",
                "give --domains FILE.csv with the columns item,domain"
            );
        }

        var resample = otherwise with
        {
            Unit = unit,
            Draws = run.Parse.GetValue(options.Draws) ?? otherwise.Draws,
            Stream = run.Parse.GetValue(options.Seed) ?? otherwise.Stream,
            IntervalLevel = run.Parse.GetValue(options.Level) ?? otherwise.IntervalLevel,
            ItemGroups = groups,
        };
        using var line = new ProgressLine(run.Terminal, "resampling");
        try
        {
            return CalibrationBootstrap.Of(input.Data, refit, resample, line.Of(resample.Draws), cancel);
        }
        catch (ArgumentException e)
        {
            throw new InputException(e.Message, e);
        }
    }
}
