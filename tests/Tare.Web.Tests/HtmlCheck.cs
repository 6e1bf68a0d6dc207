using System.Text.RegularExpressions;

namespace Tare.Web.Tests;

/// <summary>A small check that a page is well formed: every element that needs an end has one, in order.</summary>
internal static partial class HtmlCheck
{
    private static readonly HashSet<string> s_void = new(StringComparer.Ordinal) { "meta", "br", "hr", "img", "input", "link" };

    public static IReadOnlyList<string> Problems(string page)
    {
        var problems = new List<string>();
        var open = new Stack<string>();
        var text = RawText().Replace(Comment().Replace(page, ""), "${start}${end}");
        foreach (Match tag in Tag().Matches(text))
        {
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (s_void.Contains(name))
            {
                continue;
            }

            if (tag.Groups["slash"].Length == 0)
            {
                open.Push(name);
            }
            else if (open.Count == 0 || open.Pop() != name)
            {
                problems.Add($"</{name}> at {tag.Index} closes nothing that is open");
            }
        }

        problems.AddRange(open.Select(name => $"<{name}> is never closed"));
        return problems;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        "(?<start><(?<name>script|style)[^>]*>).*?(?<end></\\k<name>>)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex RawText();

    [GeneratedRegex("<(?<slash>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(\\s[^<>]*)?>", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
