using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare import models-dev|tracked-models</c>: what a published catalogue would change; nothing is written without <c>--apply</c>.</summary>
internal static class ImportCatalogueCommand
{
    public static Command Build(
        Terminal terminal,
        string format,
        string help,
        string description,
        Func<ImportSource, DateOnly, ReleaseCatalogue, CatalogueUpdate> read
    )
    {
        var path = new Argument<string>(help) { Description = description };
        var retrieved = CommonOptions.Date("--retrieved", "Day on which it was retrieved, from which its prices hold. Default today.");
        var apply = new Option<bool>("--apply") { Description = "Keep the update in TARE_HOME; without it nothing is written." };
        var json = CommonOptions.Json();
        var command = new Command(format, description) { path, retrieved, apply, json };
        command.SetAction(parse =>
        {
            var day = Retrieved(parse, retrieved);
            var inputs = new Inputs(terminal);
            var before = inputs.Releases;
            var update = read(ImportSource.FromPath(parse.GetValue(path)!), day, before);
            var store = inputs.CatalogueUpdates;
            var after = CuratedData.Releases.With([.. store.Load().Where(u => u.SourceId != update.SourceId), update]);
            var changes = CatalogueDifference.Of(before, after, update);
            var stored = parse.GetValue(apply) ? store.Save(update) : null;
            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, Inputs.DigestOf(update.Files), [], Json(update, changes, stored));
            }
            else
            {
                ImportCatalogueScreen.Write(terminal, update, changes, stored is not null);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static DateOnly Retrieved(ParseResult parse, Option<DateOnly?> option)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var day = parse.GetValue(option) ?? today;
        return day <= today
            ? day
            : throw InputException.At(
                option.Name,
                $"'{Show.Date(day)}' lies in the future",
                "a day up to today",
                "give the day on which the file was retrieved"
            );
    }

    private static JsonObject Json(CatalogueUpdate update, IReadOnlyList<CatalogueChange> changes, string? stored) =>
        new()
        {
            ["format"] = update.Format,
            ["retrieved"] = Show.Date(update.Retrieved),
            ["changes"] = new JsonArray([
                .. changes.Select(c => new JsonObject
                {
                    ["release"] = c.ReleaseId,
                    ["what"] = c.What,
                    ["kind"] = KebabCase.Of(c.Kind),
                    ["before"] = c.Before,
                    ["after"] = c.After,
                }),
            ]),
            ["unresolved"] = Envelope.Strings(update.Unresolved),
            ["notKept"] = new JsonArray([
                .. update.NotKept.Select(n => new JsonObject
                {
                    ["what"] = n.What,
                    ["count"] = n.Count,
                    ["example"] = n.Example,
                    ["reason"] = n.Reason,
                }),
            ]),
            ["stored"] = stored,
        };
}
