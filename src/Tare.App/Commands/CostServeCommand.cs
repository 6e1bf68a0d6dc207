using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Reporting;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Costs;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare cost serve ARCHITECTURE</c>: cache bytes and operations a token, by part.</summary>
internal static class CostServeCommand
{
    private const long UsualContext = 131_072;
    private const long LargestConfiguration = 1 << 24;

    public static Command Build(Terminal terminal)
    {
        var name = new Argument<string>("ARCHITECTURE")
        {
            Description = "A layer list of the catalogue by its id or its model's name, or a config.json of the Hugging Face kind.",
        };
        var context = Quantities.Option("--context", "Tokens in the context, for example 128k or 1m (1k = 1024). Default 128k.", "TOKENS");
        var versus = Quantities.Option("--vs", "Another architecture to compare with.", "ARCHITECTURE");
        var memory = Quantities.Option(
            "--memory",
            "Memory for weights and caches, for example 640g (1g = 1024 to the third bytes): how many sequences fit.",
            "BYTES"
        );
        var bandwidth = Quantities.Option(
            "--bandwidth",
            "Memory bandwidth in bytes a second, for example 3.35tb/s or 8e12 (1t = 10^12): how fast one sequence decodes at most.",
            "RATE"
        );
        var bits = WeightBits();
        var active = Quantities.Option("--active-parameters", "Active parameters, for example 32b, where the layer list states none.", "N");
        var total = Quantities.Option("--total-parameters", "All parameters, for example 1t, where the layer list states none.", "N");
        var outFolder = Quantities.Option("--out", "Also write a page with the chart over context lengths; needs --vs.", "DIR");
        var json = CommonOptions.Json();
        var command = new Command("serve", "KV-cache bytes and operations a token, split by part, and the ratio to another architecture.")
        {
            name,
            context,
            versus,
            memory,
            bandwidth,
            bits,
            active,
            total,
            outFolder,
            json,
        };
        command.SetAction(async parse =>
        {
            var architecture = With(Find(parse.GetValue(name)!), Quantities.Parameters(parse, active), Quantities.Parameters(parse, total));
            var folder = parse.GetValue(outFolder);
            var reference = parse.GetValue(versus) is { } other ? Find(other) : NoReference(folder);
            var tokens = Quantities.Value(parse, context) ?? UsualContext;
            var held = Held(parse, bits);
            var budget = Quantities.Value(parse, memory) is { } bytes ? MemoryBudget.For(architecture, bytes, held) : null;
            var speeds = Speeds((architecture, reference), tokens, Quantities.Rate(parse, bandwidth), held);
            var comparison = Write(terminal, parse, (architecture, reference), (tokens, budget, speeds), parse.GetValue(json));
            if (folder is not null && comparison is not null)
            {
                var words = parse.Tokens.Select(t => t.Value);
                await PageFolder.WriteAsync(terminal, folder, (architecture, reference!, speeds), comparison, words, parse.GetValue(json));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Option<double> WeightBits() =>
        new("--weight-bits")
        {
            Description = "Bits a parameter is held in, for --memory and --bandwidth. Default 8.",
            HelpName = "BITS",
            DefaultValueFactory = _ => 8,
        };

    /// <summary>The bits a parameter is held in: checked even where no memory asks for them, so that nothing given is ignored.</summary>
    private static double Held(ParseResult parse, Option<double> option) =>
        parse.GetValue(option) is var bits and > 0 and <= 64
            ? bits
            : throw InputException.At(
                option.Name,
                parse.GetResult(option)?.Tokens is [var token, ..] ? $"'{token.Value}'" : "no number",
                "a number above 0 and at most 64",
                $"for example {option.Name} 4.25 for FP4 with scales"
            );

    private static ServingComparison? Write(
        Terminal terminal,
        ParseResult parse,
        (Architecture Subject, Architecture? Reference) models,
        (long Tokens, MemoryBudget? Budget, IReadOnlyList<ServingSpeed> Speeds) asked,
        bool isJson
    )
    {
        var (tokens, budget, speeds) = asked;
        var options = ServingOptions.NativeTo(models.Subject);
        var cost = ServingCost.Of(models.Subject, tokens, options);
        var plain = ServingCost.Of(models.Subject, tokens).Cache.TotalBytes;
        var comparison = models.Reference is null
            ? null
            : ServingComparison.Of(models.Subject, models.Reference, ServingComparison.UsualContexts.Append(tokens).Distinct().Order());
        var fits = budget is null ? null : SequencesInMemory.Of(models.Subject, tokens, budget, options);
        if (isJson)
        {
            Output.Json(
                terminal,
                parse,
                InputDigest.None,
                models.Subject.Notes,
                Json(models.Subject, (cost, plain), speeds, comparison, fits)
            );
        }
        else
        {
            CostScreen.Write(terminal, models.Subject, (cost, plain), speeds, comparison, fits);
        }

        return comparison;
    }

    /// <summary>The model in question, then the other one where there is one.</summary>
    private static IReadOnlyList<ServingSpeed> Speeds(
        (Architecture Subject, Architecture? Reference) models,
        long tokens,
        double? bandwidth,
        double bits
    )
    {
        if (bandwidth is not null)
        {
            RequireActive(models.Subject, "give --active-parameters, for example --active-parameters 32b");
            RequireActive(models.Reference, "name it first with --active-parameters, or leave out --vs or --bandwidth");
        }

        var speed = ServingSpeed.Of(models.Subject, tokens, bandwidth, bits);
        return models.Reference is { } reference ? [speed, ServingSpeed.Of(reference, tokens, bandwidth, bits)] : [speed];
    }

    private static void RequireActive(Architecture? architecture, string nextStep)
    {
        if (architecture is { ActiveParameters: null })
        {
            throw InputException.At(
                $"--bandwidth, architecture '{architecture.Id}', activeParameters",
                "not known",
                "the number of parameters that are read for a token",
                nextStep
            );
        }
    }

    private static Architecture? NoReference(string? folder) =>
        folder is null
            ? null
            : throw InputException.At(
                "--out",
                "without --vs",
                "another architecture to draw the ratio to",
                "for example --vs deepseek-v3.2"
            );

    /// <summary>The parameters that a person gives where the layer list states none; a stated number is not overruled silently.</summary>
    private static Architecture With(Architecture architecture, long? active, long? total)
    {
        static long? One(string option, long? stated, long? given) =>
            given is null || stated is null || stated == given
                ? given ?? stated
                : throw InputException.At(
                    option,
                    Show.Number(given.Value, "N0"),
                    $"no value: the layer list states {Show.Number(stated.Value, "N0")}",
                    "leave the option out"
                );

        return architecture with
        {
            ActiveParameters = One("--active-parameters", architecture.ActiveParameters, active),
            TotalParameters = One("--total-parameters", architecture.TotalParameters, total),
        };
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
            return new FileInfo(name).Length <= LargestConfiguration
                ? HuggingFaceConfiguration.Read(File.ReadAllText(name), name)
                : throw InputException.At(
                    name,
                    "larger than 16 MiB",
                    "a config.json, which has a few KiB",
                    "check that this is the right file"
                );
        }

        if (CuratedData.Releases.TryFind(name, out var release))
        {
            return known.FirstOrDefault(a => a.Id == release.ArchitectureId)
                ?? throw InputException.At(
                    $"architecture '{name}'",
                    $"no layer list of {release.Name} is known",
                    $"one of {string.Join(", ", known.Select(a => a.Id))}; or the path of a config.json",
                    "give the config.json that its developer publishes with the weights"
                );
        }

        var near = NearestNames.Of(name, known.Select(a => a.Id), 3);
        throw InputException.At(
            $"architecture '{name}'",
            "neither a name nor a file",
            $"one of {string.Join(", ", known.Select(a => a.Id))}; or the path of a config.json",
            near.Count == 0 ? "check the name" : $"the nearest are {string.Join(", ", near)}"
        );
    }

    private static JsonObject Json(
        Architecture a,
        (ServingCost Cost, long PlainBytes) serving,
        IReadOnlyList<ServingSpeed> speeds,
        ServingComparison? comparison,
        SequencesInMemory? fits
    )
    {
        var cost = serving.Cost;
        return new()
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
            ["cacheBytesInBFloat16"] = serving.PlainBytes,
            ["growthBytesPerToken"] = cost.GrowthBytesPerToken,
            ["flopsPerToken"] = new JsonObject
            {
                ["parameters"] = cost.FlopsPerToken.ParameterFlops,
                ["attention"] = cost.FlopsPerToken.AttentionCoreFlops,
                ["indexer"] = cost.FlopsPerToken.IndexerFlops,
                ["state"] = cost.FlopsPerToken.LinearStateFlops,
                ["total"] = cost.FlopsPerToken.TotalFlops,
            },
            ["prefillFlops"] = Json(speeds[0].Prefill),
            ["decode"] = Decode(speeds[0]),
            ["sequences"] = fits is null
                ? null
                : new JsonObject
                {
                    ["memoryBytes"] = fits.Memory.MemoryBytes,
                    ["weightBytes"] = fits.Memory.WeightBytes,
                    ["bytesPerSequence"] = fits.BytesPerSequence,
                    ["count"] = fits.Sequences,
                },
            ["comparison"] = comparison is null ? null : Json(comparison, speeds[1]),
            ["sources"] = Envelope.Strings(a.Sources),
        };
    }

    private static JsonObject Json(PrefillFlops prefill) =>
        new()
        {
            ["parameters"] = prefill.ParameterFlops,
            ["attention"] = prefill.AttentionCoreFlops,
            ["indexer"] = prefill.IndexerFlops,
            ["state"] = prefill.LinearStateFlops,
            ["total"] = prefill.TotalFlops,
        };

    private static JsonObject? Decode(ServingSpeed speed) =>
        speed.Decode is not { } decode
            ? null
            : new()
            {
                ["bandwidthBytesPerSecond"] = decode.BandwidthBytesPerSecond,
                ["weightBits"] = speed.WeightBits,
                ["weightBytesRead"] = decode.WeightBytesRead,
                ["cacheBytesRead"] = decode.CacheBytesRead,
                ["tokensPerSecondAtMost"] = decode.TokensPerSecond,
            };

    private static JsonObject Json(ServingComparison comparison, ServingSpeed reference) =>
        new()
        {
            ["reference"] = comparison.ReferenceId,
            ["prefillFlops"] = Json(reference.Prefill),
            ["decode"] = Decode(reference),
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
