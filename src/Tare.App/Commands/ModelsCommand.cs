using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Releases;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare models</c>: the releases of all sources, with sizes, terms, ability and the conflicts between sources.</summary>
internal static class ModelsCommand
{
    public static Command Build(Terminal terminal)
    {
        var options = new ModelsOptions();
        var json = CommonOptions.Json();
        var command = new Command("models", "The releases that the catalogue knows: sizes, terms, ability, harness, platforms, conflicts.");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.Add(json);
        command.Add(ModelsShowCommand.Build(terminal));
        command.Add(ModelsUnjoinedCommand.Build(terminal));
        command.SetAction(
            (parse, cancel) =>
            {
                var catalogue = new Inputs(terminal).Releases;
                var filter = options.Filter(parse, catalogue, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
                var sort = options.Sort(parse);
                var memory = options.Query.Memory(parse);
                var (passed, unknown) = filter.Apply(catalogue.Releases);
                var (fit, inputs) = options.Query.Abilities(terminal, parse, cancel);
                var rows = ModelRows.Sorted(ModelRows.Of(passed, fit.Abilities, memory), sort);
                string[] warnings = [.. inputs.Warnings.Concat(Remarks(rows, catalogue, sort, memory, unknown))];
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, inputs.Inputs, warnings, Json(rows, catalogue, fit, memory, unknown));
                }
                else
                {
                    ModelsScreen.Write(terminal, rows, sort, fit.Abilities);
                    Write(terminal, rows, catalogue, fit, warnings);
                }

                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }

    private static void Write(
        Terminal terminal,
        IReadOnlyList<ModelRow> rows,
        ReleaseCatalogue catalogue,
        FitFinding fit,
        IEnumerable<string> remarks
    )
    {
        var console = terminal.Styled();
        var able = rows.Count(r => r.Ability is not null);
        Spectre.Console.AnsiConsoleExtensions.WriteLine(
            console,
            $"{Show.Count(rows.Count)} of {Show.Count(catalogue.Releases.Count, "release")}; {Show.Count(able)} with an ability "
                + $"({fit.Abilities.Unit}, evidence {fit.EvidenceName} {Show.Digest(fit.EvidenceDigest)}, intervals {Show.Level(fit.Abilities.Level)}). "
                + "Without enough scores there is none: unknown is not zero."
        );
        foreach (var remark in remarks)
        {
            Spectre.Console.AnsiConsoleExtensions.WriteLine(console, remark);
        }
    }

    private static IEnumerable<string> Remarks(
        IReadOnlyList<ModelRow> rows,
        ReleaseCatalogue catalogue,
        ModelSort sort,
        MemoryAssumption memory,
        IReadOnlyDictionary<string, int> unknown
    )
    {
        var conflicts = rows.Count(r => r.Release.Conflicts.Any());
        if (conflicts > 0)
        {
            yield return $"! sources disagree on {Show.Count(conflicts)} of them: 'tare models show ID' has every value.";
        }

        if (unknown.Count > 0)
        {
            yield return $"Left out because the fact is unknown: {string.Join(", ", unknown.Select(u => $"{Show.Count(u.Value)} by {u.Key}"))}.";
        }

        if (Assumption(sort, memory) is { } assumption)
        {
            yield return assumption;
        }

        if (catalogue.Unjoined.Count > 0)
        {
            yield return $"Not joined, never guessed: {Show.Count(catalogue.Unjoined.Count, "name")} ('tare models unjoined').";
        }
    }

    private static string? Assumption(ModelSort sort, MemoryAssumption memory)
    {
        const string NoZero = " The index has no zero: such a quotient ranks, it does not measure.";
        return sort switch
        {
            ModelSort.AbilityPerParameter => "Points for each billion active parameters." + NoZero,
            ModelSort.AbilityPerGigabyte =>
                $"Points for each gigabyte: all parameters at {memory.WeightBits.ToString("0.##", CultureInfo.InvariantCulture)} bits and the cache of one sequence of "
                    + $"{Show.Number(memory.ContextTokens, "N0")} tokens in the format its developer states (else BF16); known where the layers are."
                    + NoZero,
            ModelSort.AbilityPerDollar =>
                "Points for each US dollar a million tokens, three parts input to one part output, at the lowest known price; prices come from 'tare import models-dev'."
                    + NoZero,
            _ => null,
        };
    }

    private static JsonObject Json(
        IReadOnlyList<ModelRow> rows,
        ReleaseCatalogue catalogue,
        FitFinding fit,
        MemoryAssumption memory,
        IReadOnlyDictionary<string, int> unknown
    ) =>
        new()
        {
            ["total"] = catalogue.Releases.Count,
            ["unit"] = fit.Abilities.Unit,
            ["level"] = fit.Abilities.Level,
            ["memory"] = new JsonObject { ["contextTokens"] = memory.ContextTokens, ["weightBits"] = memory.WeightBits },
            ["precedence"] = JoinedFact.PrecedenceRule,
            ["leftOutAsUnknown"] = new JsonArray([.. unknown.Select(u => new JsonObject { ["fact"] = u.Key, ["count"] = u.Value })]),
            ["models"] = new JsonArray([.. rows.Select(ModelJson.Row)]),
        };
}
