using System.Text;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>
/// What a model that plays a part reports of its tokens: ceil(bytes / 4), bytes of UTF-8. Input: every text of the request, tools included. Output: the
/// text, and the name and arguments of each tool call. No cache, no reasoning. Where the largest output is less, the answer ends there as a provider's
/// would: what does not fit is cut off, in the order text, calls.
/// </summary>
internal static class StatedUsage
{
    private const int BytesPerToken = 4;

    /// <summary>An answer with its usage.</summary>
    /// <param name="request">The question.</param>
    /// <param name="text">What the model writes.</param>
    /// <param name="calls">The tools that it asks for.</param>
    /// <param name="finish">Why it ends, where it fits.</param>
    /// <param name="usage">Its tokens, or <see langword="null"/> for the rule.</param>
    public static ModelAnswer Answer(
        ModelRequest request,
        string text,
        IReadOnlyList<(string Name, string Arguments)> calls,
        FinishReason finish,
        TokenUsage? usage
    )
    {
        var number = 1 + request.Messages.Count(m => m is ModelMessage.FromModel);
        var bytes = Bytes(text) + calls.Sum(c => Bytes(c.Name) + Bytes(c.Arguments));
        usage ??= new TokenUsage(Tokens(RequestBytes(request)), Tokens(bytes)) { Reasoning = 0 };
        var named = calls
            .Select((c, i) => new ToolCall(FormattableString.Invariant($"call_{number}_{i + 1}"), c.Name, c.Arguments))
            .ToArray();
        if (request.MaxOutputTokens is not { } limit || usage.Output <= limit)
        {
            return new ModelAnswer(text, named, finish) { Usage = usage };
        }

        // The share of the bytes that the limit is of the tokens: the same for both ways to count.
        var left = bytes * limit / usage.Output;
        var shown = Cut(text, ref left);
        var kept = named
            .TakeWhile(_ => left > 0)
            .Select(c => c with { Name = Cut(c.Name, ref left), Arguments = Cut(c.Arguments, ref left) })
            .ToArray();
        var reported = usage with { Output = limit, Reasoning = usage.Reasoning is { } r ? Math.Min(r, limit) : null };
        return new ModelAnswer(shown, kept, FinishReason.Length) { Usage = reported };
    }

    private static long RequestBytes(ModelRequest request) =>
        request.Messages.Sum(m =>
            m switch
            {
                ModelMessage.Instructions i => Bytes(i.Text),
                ModelMessage.FromUser u => Bytes(u.Text),
                ModelMessage.FromTool t => Bytes(t.Text),
                ModelMessage.FromModel a => Bytes(a.Answer.Text) + a.Answer.ToolCalls.Sum(c => Bytes(c.Name) + Bytes(c.Arguments)),
                _ => 0,
            }
        ) + request.Tools.Sum(t => Bytes(t.Name) + Bytes(t.Description) + Bytes(t.ParametersSchema));

    private static long Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private static long Tokens(long bytes) => (bytes + BytesPerToken - 1) / BytesPerToken;

    /// <summary>The longest beginning of whole characters that fits, taken off what is left.</summary>
    private static string Cut(string text, ref long left)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > left)
            {
                left = 0;
                break;
            }

            left -= rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
