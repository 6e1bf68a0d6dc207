using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The table of <c>tare gap --models</c>: single models under every definition.</summary>
internal static class EachModelScreen
{
    public static void Write(Terminal terminal, GapFinding gap, IReadOnlyList<ModelDefinitions> models)
    {
        var console = terminal.Styled();
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Months behind {GapScreen.Group(gap.Leader)}, each model as the only follower[/]");
        var table = Tables.New(["definition", .. models.Select(m => m.Model.Name)]);
        foreach (var (k, d) in models[0].Definitions.Index())
        {
            Tables.Row(table, [KebabCase.Of(d.Definition), .. models.Select(m => Cell(m.Definitions[k]))]);
        }

        Tables.Strong(table, ["definition alone", .. models.Select(Span)]);
        console.Write(table);
        console.WriteLine(
            $"Intervals: {Show.Level(gap.Abilities.Level)}. Below each the terms of its mean, of all; those not in it are censored."
        );
        foreach (var definition in models[0].Definitions.Select(d => d.Definition))
        {
            if (Reading(definition) is { } text)
            {
                console.WriteLine($"- {KebabCase.Of(definition)}: {text}");
            }
        }
    }

    private static string Cell(LagEstimate d)
    {
        if (!ModelDefinitions.IsDefined(d))
        {
            return "not defined";
        }

        var months = $"{Show.Months(d.Months)} {Show.Bounds(d.Interval)}".TrimEnd();
        return $"{months}\n{Show.Count(d.Caught)} of {Show.Count(d.Caught + d.Censored)} {d.Terms}";
    }

    private static string Span(ModelDefinitions m) =>
        m.Span is { } span
            ? $"{Show.Months(span)}, over {Show.Count(m.Known)} of {Show.Count(m.Definitions.Count)} definitions"
            : Show.Unknown;

    private static string? Reading(LagDefinition definition) =>
        definition switch
        {
            LagDefinition.Records => "one model sets one record, so this is first-crossing again.",
            LagDefinition.Levels => "needs a frontier that rises; a single model has none.",
            LagDefinition.Daily => "mean over the days since the model's release, on which it ages.",
            LagDefinition.TrendLine => "one record has no slope: the leading group's line, moved to the model.",
            LagDefinition.CatchUp =>
                "dates every earlier leader record by this one model, also those that an earlier follower had reached.",
            _ => null,
        };
}
