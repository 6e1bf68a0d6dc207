using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare import [FORMAT] PATH</c>: reads somebody's file into the evidence store and prints what could not be kept.</summary>
internal static class ImportCommand
{
    public static Command Build(Terminal terminal)
    {
        var words = new Argument<string[]>("[FORMAT] PATH")
        {
            Description =
                "The file or folder to read; its format is recognised, or named first: "
                + string.Join("; ", EvidenceImporters.All.Select(i => $"{i.Format} ({i.Description})")),
            Arity = new ArgumentArity(1, 2),
        };
        var name = new Option<string?>("--name") { Description = "Name to store it under. Default: the file's.", HelpName = "NAME" };
        var dry = new Option<bool>("--dry-run") { Description = "Read and report, store nothing." };
        var json = CommonOptions.Json();
        var command = new Command("import", "Read scores that somebody published into the evidence store.") { words, name, dry, json };
        command.Add(
            ImportCatalogueCommand.Build(
                terminal,
                "models-dev",
                "FILE",
                "models.dev's api.json: facts and prices of releases, behind what is curated.",
                CatalogueImporters.ModelsDev
            )
        );
        command.Add(
            ImportCatalogueCommand.Build(
                terminal,
                "tracked-models",
                "DIR",
                "A checkout of tracked-models: parameters, countries and dates of open releases, behind what is curated.",
                CatalogueImporters.TrackedModels
            )
        );
        command.SetAction(parse =>
        {
            var given = parse.GetValue(words)!;
            var source = ImportSource.FromPath(given[^1]);
            var (read, notKept) = EvidenceImporters.Import(source, given.Length == 2 ? given[0] : null);
            var evidence = read with { Name = parse.GetValue(name) ?? source.ShortName };
            var path = parse.GetValue(dry) ? null : new Inputs(terminal).Store.Save(evidence);
            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, Inputs.DigestOf(source.Files(), evidence.Digest), [], Json(evidence, notKept, path));
            }
            else
            {
                Write(terminal, evidence, notKept, path);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Terminal terminal, Evidence evidence, IReadOnlyList<NotKept> notKept, string? path)
    {
        terminal.Out.WriteLine(
            $"{evidence.Name} {Show.Digest(evidence.Digest)}: {Show.Count(evidence.Scores.Count, "score")}, {Show.Count(evidence.Models.Count, "model")}, {Show.Count(evidence.Benchmarks.Count, "benchmark")}"
        );
        terminal.Out.WriteLine(notKept.Count == 0 ? "Everything was kept." : "Not kept, or kept in part:");
        foreach (var n in notKept)
        {
            terminal.Out.WriteLine($"  {Inputs.Text(n)}");
        }

        terminal.Out.WriteLine(path is null ? "Nothing was stored (--dry-run)." : $"Stored; use it with --evidence {evidence.Name}");
    }

    private static JsonObject Json(Evidence evidence, IReadOnlyList<NotKept> notKept, string? path) =>
        new()
        {
            ["name"] = evidence.Name,
            ["digest"] = evidence.Digest,
            ["counts"] = new JsonObject
            {
                ["scores"] = evidence.Scores.Count,
                ["models"] = evidence.Models.Count,
                ["benchmarks"] = evidence.Benchmarks.Count,
            },
            ["notKept"] = new JsonArray([
                .. notKept.Select(n => new JsonObject
                {
                    ["what"] = n.What,
                    ["count"] = n.Count,
                    ["example"] = n.Example,
                    ["reason"] = n.Reason,
                }),
            ]),
            ["stored"] = path,
        };
}
