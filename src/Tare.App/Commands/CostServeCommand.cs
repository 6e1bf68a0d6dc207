using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Costs;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare cost serve ARCHITECTURE</c>: cache bytes and operations a token, by part.</summary>
internal static class CostServeCommand
{
    private const long UsualContext = 131_072;

    public static Command Build(Terminal terminal)
    {
        var name = new Argument<string>("ARCHITECTURE")
        {
            Description = "An architecture of the catalogue by id, or a config.json of the Hugging Face kind.",
        };
        var context = Quantities.Option("--context", "Tokens in the context, for example 128k or 1m (1k = 1024). Default 128k.", "TOKENS");
        var versus = new Option<string?>("--vs") { Description = "Another architecture to compare with.", HelpName = "ARCHITECTURE" };
        var memory = Quantities.Option(
            "--memory",
            "Memory for weights and caches, for example 640g (1g = 1024 to the third bytes): how many sequences fit.",
            "BYTES"
        );
        var bits = new Option<double>("--weight-bits")
        {
            Description = "Bits a parameter is held in. Default 8.",
            HelpName = "BITS",
            DefaultValueFactory = _ => 8,
        };
        var json = CommonOptions.Json();
        var command = new Command("serve", "KV-cache bytes and operations a token, split by part, and the ratio to another architecture.")
        {
            name,
            context,
            versus,
            memory,
            bits,
            json,
        };
        command.SetAction(parse =>
        {
            var architecture = Find(parse.GetValue(name)!);
            var tokens = Quantities.Value(parse, context) ?? UsualContext;
            var cost = ServingCost.Of(architecture, tokens, ServingOptions.NativeTo(architecture));
            var comparison = parse.GetValue(versus) is { } other
                ? ServingComparison.Of(architecture, Find(other), ServingComparison.UsualContexts.Append(tokens).Distinct().Order())
                : null;
            var fits = Quantities.Value(parse, memory) is { } bytes
                ? SequencesInMemory.Of(
                    architecture,
                    tokens,
                    MemoryBudget.For(architecture, bytes, parse.GetValue(bits)),
                    ServingOptions.NativeTo(architecture)
                )
                : null;
            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, InputDigest.None, architecture.Notes, Json(architecture, cost, comparison, fits));
            }
            else
            {
                CostScreen.Write(terminal, architecture, cost, comparison, fits);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Architecture Find(string name)
    {
        var known = ArchitectureDocument.Curated();
        if (known.FirstOrDefault(a => a.Id == name) is { } found)
        {
            return found;
        }

        if (File.Exists(name))
        {
            return HuggingFaceConfiguration.Read(File.ReadAllText(name), name);
        }

        var near = NearestNames.Of(name, known.Select(a => a.Id), 3);
        throw InputException.At(
            $"architecture '{name}'",
            "neither a name nor a file",
            $"one of {string.Join(", ", known.Select(a => a.Id))}; or the path of a config.json",
            near.Count == 0 ? "check the name" : $"the nearest are {string.Join(", ", near)}"
        );
    }

    private static JsonObject Json(Architecture a, ServingCost cost, ServingComparison? comparison, SequencesInMemory? fits) =>
        new()
        {
            ["architecture"] = a.Id,
            ["name"] = a.Name,
            ["layers"] = a.LayerCount,
            ["contextTokens"] = cost.ContextTokens,
            ["beyondStatedContext"] = cost.BeyondStatedContext,
            ["cacheBytes"] = new JsonObject
            {
                ["attention"] = cost.Cache.AttentionBytes,
                ["window"] = cost.Cache.WindowBytes,
                ["index"] = cost.Cache.IndexBytes,
                ["state"] = cost.Cache.StateBytes,
                ["convolution"] = cost.Cache.ConvolutionBytes,
                ["total"] = cost.Cache.TotalBytes,
            },
            ["growthBytesPerToken"] = cost.GrowthBytesPerToken,
            ["flopsPerToken"] = new JsonObject
            {
                ["parameters"] = cost.FlopsPerToken.ParameterFlops,
                ["attention"] = cost.FlopsPerToken.AttentionCoreFlops,
                ["indexer"] = cost.FlopsPerToken.IndexerFlops,
                ["state"] = cost.FlopsPerToken.LinearStateFlops,
                ["total"] = cost.FlopsPerToken.TotalFlops,
            },
            ["sequences"] = fits is null
                ? null
                : new JsonObject
                {
                    ["memoryBytes"] = fits.Memory.MemoryBytes,
                    ["weightBytes"] = fits.Memory.WeightBytes,
                    ["bytesPerSequence"] = fits.BytesPerSequence,
                    ["count"] = fits.Sequences,
                },
            ["comparison"] = comparison is null ? null : Json(comparison),
            ["sources"] = Envelope.Strings(a.Sources),
        };

    private static JsonObject Json(ServingComparison comparison) =>
        new()
        {
            ["reference"] = comparison.ReferenceId,
            ["points"] = new JsonArray([
                .. comparison.Points.Select(p => new JsonObject
                {
                    ["contextTokens"] = p.ContextTokens,
                    ["cacheRatio"] = p.CacheRatio,
                    ["flopRatio"] = p.FlopRatio,
                }),
            ]),
        };
}
