using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Which harness an Inspect log ran: from its solver, the steps of its plan, and the packages' versions.</summary>
internal static class InspectHarnesses
{
    private const string Inspect = "inspect_ai";
    private const string InspectSwe = "inspect_swe";

    private static readonly Dictionary<string, (string Id, HarnessKind Kind, string Package)> s_known = new(StringComparer.Ordinal)
    {
        ["inspect_swe/claude_code"] = ("claude-code", HarnessKind.Vendor, InspectSwe),
        ["inspect_swe/codex_cli"] = ("codex-cli", HarnessKind.Vendor, InspectSwe),
        ["inspect_swe/gemini_cli"] = ("gemini-cli", HarnessKind.Vendor, InspectSwe),
        ["inspect_swe/kimi_code"] = ("kimi-code", HarnessKind.Vendor, InspectSwe),
        ["inspect_swe/opencode"] = ("opencode", HarnessKind.ThirdParty, InspectSwe),
        ["inspect_swe/mini_swe_agent"] = ("mini-swe-agent", HarnessKind.ThirdParty, InspectSwe),
        ["react"] = ("inspect-react", HarnessKind.ThirdParty, Inspect),
        ["basic_agent"] = ("inspect-basic-agent", HarnessKind.ThirdParty, Inspect),
        ["human_agent"] = ("inspect-human-agent", HarnessKind.ThirdParty, Inspect),
        ["generate"] = ("inspect-generate", HarnessKind.ThirdParty, Inspect),
        ["multiple_choice"] = ("inspect-multiple-choice", HarnessKind.ThirdParty, Inspect),
    };

    /// <summary>Steps that only prepare the prompt: the harness is what comes beside them.</summary>
    private static readonly HashSet<string> s_preparing = new(StringComparer.Ordinal)
    {
        "system_message",
        "user_message",
        "assistant_message",
        "prompt_template",
        "chain_of_thought",
        "use_tools",
        "self_critique",
    };

    /// <summary>The harness; a solver that the table does not know is kept under its own name, with the kind unknown.</summary>
    /// <param name="eval">The log's <c>eval</c>.</param>
    /// <param name="plan">The log's <c>plan</c>, where there is one.</param>
    public static Harness Of(JsonElement eval, JsonElement? plan)
    {
        var packages = eval.Field("packages");
        var steps = Steps(eval, plan).Select(Bare).Where(s => s.Any(char.IsAsciiLetterOrDigit)).ToList();
        foreach (var step in steps)
        {
            if (step != "generate" && s_known.TryGetValue(step, out var known))
            {
                return new(known.Id, packages?.Text(known.Package), known.Kind);
            }
        }

        var own = steps.Where(s => !s_preparing.Contains(s) && s != "generate").ToList();
        if (own.Count > 0)
        {
            return new(string.Join('+', own.Select(Slug.Of)), null, HarnessKind.Unknown);
        }

        return steps.Count == 0 ? Harness.Unknown : new(s_known["generate"].Id, packages?.Text(Inspect), HarnessKind.ThirdParty);
    }

    private static IEnumerable<string> Steps(JsonElement eval, JsonElement? plan)
    {
        if (eval.Text("solver") is { } solver)
        {
            return [solver];
        }

        return plan?.Field("steps") is { ValueKind: JsonValueKind.Array } steps
            ? steps.EnumerateArray().Select(s => s.Text("solver")).OfType<string>()
            : [];
    }

    /// <summary>The registry name without Inspect's own package.</summary>
    private static string Bare(string solver) =>
        solver.StartsWith("inspect_ai/", StringComparison.Ordinal) ? solver["inspect_ai/".Length..] : solver;
}
