namespace Tare.Harnesses;

/// <summary>How servers say that a conversation does not fit the model's context. There is no status of its own for it.</summary>
internal static class ContextWords
{
    private static readonly string[] s_codes = ["context_length_exceeded", "exceed_context_size_error", "context_window_exceeded"];

    private static readonly string[] s_words =
    [
        "maximum context length",
        "context_length_exceeded",
        "context length of",
        "context window",
        "context size",
        "prompt is too long",
        "input is too long",
        "exceeds the model's context",
    ];

    public static bool Match(string message, string code) =>
        s_codes.Contains(code, StringComparer.Ordinal) || s_words.Any(w => message.Contains(w, StringComparison.OrdinalIgnoreCase));
}
