using System.Globalization;
using System.Text;
using Tare.Records;

namespace Tare.Runner;

/// <summary>The document of a plan: one order of keys, one spelling of every value.</summary>
internal static class PlanWriter
{
    private static readonly string[] s_readElsewhereAsOther = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

    public static string Write(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder();
        Line(text, "plan", PlanYaml.Version);
        text.Append("models:\n");
        foreach (var model in plan.Models)
        {
            text.Append("  - label: ").Append(Scalar(model.Label)).Append('\n');
            Line(text, "    address", Scalar(model.Address));
            Line(text, "    effort", model.Configuration.Effort is { } effort ? Scalar(effort) : null);
            Line(text, "    temperature", model.Configuration.Temperature);
            Line(text, "    top-p", model.Configuration.TopP);
            Line(text, "    max-output-tokens", model.Configuration.MaxOutputTokens);
        }

        text.Append("harnesses:\n");
        foreach (var harness in plan.Harnesses)
        {
            text.Append("  - ").Append(Scalar(harness)).Append('\n');
        }

        Line(text, "attempts", plan.Attempts);
        Budget(text, plan.Budget);
        Line(text, "isolation", KebabCase.Of(plan.Isolation));
        Line(text, "seed", Scalar(plan.Seed));
        Line(text, "validity", Scalar(plan.Validity));
        Line(text, "analysis", plan.Analysis is { } analysis ? Scalar(analysis) : null);
        text.Append("items:\n");
        foreach (var item in plan.Items)
        {
            text.Append("  - id: ").Append(Scalar(item.Id)).Append('\n');
            Line(text, "    digest", Quoted(item.Digest));
        }

        return text.ToString();
    }

    private static void Budget(StringBuilder text, Budget budget)
    {
        text.Append("budget:\n");
        Line(text, "  tokens", budget.Tokens);
        Line(text, "  turns", budget.Turns);
        Line(text, "  cost-usd", budget.CostUsd);
        Line(text, "  seconds", budget.Seconds);
        Line(text, "  disclosure", KebabCase.Of(budget.Disclosure));
    }

    private static void Line(StringBuilder text, string key, IFormattable? value) =>
        Line(text, key, value?.ToString(null, CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    /// <summary>A text without quotation marks where every reader of YAML takes it as a text.</summary>
    private static string Scalar(string text) =>
        IsPlain(text) && !s_readElsewhereAsOther.Contains(text, StringComparer.OrdinalIgnoreCase) ? text : Quoted(text);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text[^1] != ':'
        && text.All(c => char.IsAsciiLetterOrDigit(c) || "._/:#=@+-".Contains(c, StringComparison.Ordinal));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            quoted.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' => FormattableString.Invariant($"\\u{(int)c:x4}"),
                    _ => c.ToString(),
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}
