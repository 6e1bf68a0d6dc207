using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Whose doing an error is, by words that Inspect's providers and sandboxes put into it.</summary>
internal static class InspectErrors
{
    private static readonly (MissingCause Cause, string[] Words)[] s_words =
    [
        (
            MissingCause.Provider,
            [
                "RateLimit",
                "APIConnectionError",
                "APIStatusError",
                "APITimeout",
                "InternalServerError",
                "ServiceUnavailable",
                "overloaded",
                "Error code: 5",
            ]
        ),
        (MissingCause.Sandbox, ["SandboxEnvironment", "docker", "Docker", "container", "Kubernetes", "OutputLimitExceeded"]),
        (MissingCause.Operator, ["CancelledError", "KeyboardInterrupt", "cancelled by"]),
    ];

    /// <summary>The cause; an error without such a word is the harness's own.</summary>
    public static MissingCause CauseOf(string message)
    {
        foreach (var (cause, words) in s_words)
        {
            if (words.Any(w => message.Contains(w, StringComparison.Ordinal)))
            {
                return cause;
            }
        }

        return MissingCause.Agent;
    }
}
