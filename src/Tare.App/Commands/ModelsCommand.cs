using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare models</c>: the language models that the catalogue knows, with the conflicts between its sources.</summary>
internal static class ModelsCommand
{
    public static Command Build(Terminal terminal)
    {
        var open = new Option<bool>("--open") { Description = "Only models with open weights." };
        var since = CommonOptions.Date("--since", "Only models released on or after this day.");
        var country = new Option<string?>("--country")
        {
            Description = "Only models of developers in this country, ISO 3166 alpha-2.",
            HelpName = "CC",
        };
        var conflicts = new Option<bool>("--conflicts") { Description = "Only models whose sources disagree." };
        var json = CommonOptions.Json();
        var command = new Command("models", "The language models in the catalogue: developer, country, dates, weights, terms.")
        {
            open,
            since,
            country,
            conflicts,
            json,
        };
        command.SetAction(parse =>
        {
            var models = CuratedData
                .Models.Where(m => !parse.GetValue(open) || m.Weights == Weights.Open)
                .Where(m => parse.GetValue(since) is not { } day || m.ListedDate >= day)
                .Where(m => parse.GetValue(country) is not { } c || string.Equals(m.Country, c, StringComparison.OrdinalIgnoreCase))
                .Where(m => !parse.GetValue(conflicts) || HasConflict(m))
                .OrderBy(m => m.ListedDate ?? DateOnly.MaxValue)
                .ThenBy(m => m.Id, StringComparer.Ordinal)
                .ToArray();
            if (parse.GetValue(json))
            {
                var result = new JsonObject { ["total"] = CuratedData.Models.Count, ["models"] = new JsonArray([.. models.Select(Json)]) };
                Output.Json(terminal, parse, InputDigest.None, [], result);
            }
            else
            {
                Write(terminal, models);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static bool HasConflict(LanguageModel m) =>
        m.OverrideReason is not null || m.ReleaseDates.Select(d => d.Date).Distinct().Count() > 1;

    private static void Write(Terminal terminal, LanguageModel[] models)
    {
        var table = Tables.New("model", "developer", "country", "released", "weights", "terms");
        foreach (var m in models)
        {
            Tables.Row(
                table,
                (m.Name),
                (m.Developer ?? Show.Unknown),
                m.Country ?? Show.Unknown,
                Dates(m),
                KebabCase.Of(m.Weights) + (m.OverrideReason is null ? "" : "*"),
                KebabCase.Of(m.Terms)
            );
        }

        var console = terminal.Styled();
        console.Write(table);
        console.WriteLine($"{Show.Count(models.Length)} of {Show.Count(CuratedData.Models.Count)} models.");
        foreach (var m in models.Where(m => m.OverrideReason is not null))
        {
            console.WriteLine($"* {m.Name}: {m.OverrideReason}");
        }
    }

    private static string Dates(LanguageModel m) =>
        m.ReleaseDates.Count == 0
            ? Show.Unknown
            : string.Join(
                ", ",
                m.ReleaseDates.Select((d, k) => k == 0 ? Show.Date(d.Date) : $"or {Show.Date(d.Date)} ({KebabCase.Of(d.Kind)})")
                    .Distinct(StringComparer.Ordinal)
            );

    private static JsonObject Json(LanguageModel m) =>
        new()
        {
            ["id"] = m.Id,
            ["name"] = m.Name,
            ["developer"] = m.Developer,
            ["country"] = m.Country,
            ["date"] = m.ListedDate is { } date ? Show.Date(date) : null,
            ["dates"] = new JsonArray([
                .. m.ReleaseDates.Select(d => new JsonObject
                {
                    ["date"] = Show.Date(d.Date),
                    ["kind"] = KebabCase.Of(d.Kind),
                    ["source"] = d.Source,
                }),
            ]),
            ["weights"] = KebabCase.Of(m.Weights),
            ["terms"] = KebabCase.Of(m.Terms),
            ["overrideReason"] = m.OverrideReason,
        };
}
