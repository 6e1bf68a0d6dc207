using System.Text;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>Quotations that do not stand in the text they quote.</summary>
internal sealed class QuoteCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "S8",
            "quotations",
            "words that the quoted text does not contain, after spaces and quotation marks are made alike; cut quotations must say so"
        );

    public void Run(LintPass pass)
    {
        foreach (var quote in pass.Dossier.Quotes)
        {
            var at = $"quotes/{quote.Id}/text";
            if (quote.Text is null)
            {
                pass.Gaps.Add(new LintGap(Rule.Id, at, "only the gist is kept, so the wording cannot be checked"));
            }
            else if (!pass.Options.Texts.TryGetValue(quote.Source, out var text))
            {
                pass.Gaps.Add(new LintGap(Rule.Id, at, $"the text of {quote.Source} was not given"));
            }
            else
            {
                Check(pass, at, quote, text);
            }
        }
    }

    private void Check(LintPass pass, string at, Quote quote, string text)
    {
        var (words, source) = (Plain(quote.Text!), Plain(text));
        if (source.Contains(words, StringComparison.Ordinal))
        {
            return;
        }

        if (!StandsElided(words, source))
        {
            pass.Error(
                Rule.Id,
                at,
                $"the words do not stand in {quote.Source}",
                "a part of that text, word for word",
                "quote what it says, or keep the gist alone"
            );
        }
        else if (!quote.Elided)
        {
            pass.Error(
                Rule.Id,
                at,
                $"the words stand in {quote.Source} only with cuts or another capital",
                "elided: true",
                "mark the quotation as elided, or quote the sentence in full"
            );
        }
    }

    /// <summary>Whether every part between ellipses stands there in order, the first letter of the whole in either case.</summary>
    private static bool StandsElided(string words, string source)
    {
        var from = 0;
        foreach (var part in words.Split("...", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = source.IndexOf(part, from, StringComparison.Ordinal);
            if (found < 0)
            {
                found = source.IndexOf(SwapCase(part), from, StringComparison.Ordinal);
            }

            if (found < 0)
            {
                return false;
            }

            from = found + part.Length;
        }

        return from > 0;
    }

    private static string SwapCase(string part) =>
        (char.IsUpper(part[0]) ? char.ToLowerInvariant(part[0]) : char.ToUpperInvariant(part[0])) + part[1..];

    private static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            var plain = c switch
            {
                '\u2018' or '\u2019' or '\u201a' or '\u2032' => "'",
                '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' => "\"",
                '\u2026' => "...",
                '\u2010' or '\u2011' => "-",
                _ when char.IsWhiteSpace(c) => " ",
                _ => c.ToString(),
            };
            if (plain != " " || (result.Length > 0 && result[^1] != ' '))
            {
                result.Append(plain);
            }
        }

        return result.ToString();
    }
}
