using System.Globalization;

namespace Tare.Harnesses;

/// <summary>One call that gave no answer. Its message is one line without a key.</summary>
internal sealed class ProviderFault : Exception
{
    private const int LongestMessage = 300;

    public ProviderFault(string kind, string message, Exception? inner = null)
        : base(OneLine(message), inner) => Kind = kind;

    /// <summary>Class of the fault, as a span names it: a status, <c>timeout</c>, <c>connection</c>, <c>cut</c> or <c>malformed</c>.</summary>
    public string Kind { get; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool Passes { get; init; }

    /// <summary>Whether the conversation no longer fits the model's context.</summary>
    public bool ContextIsFull { get; init; }

    /// <summary>Time after which the provider wants to be asked again, or <see langword="null"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static ProviderFault Connection(Exception inner) =>
        new("connection", $"no connection: {inner.Message}", inner) { Passes = true };

    public static ProviderFault Cut() => new("cut", "the answer ended in the middle") { Passes = true };

    public static ProviderFault Malformed(string what) =>
        new("malformed", $"the answer is not what the protocol says: {what}") { Passes = true };

    public static ProviderFault TimeOut(TimeSpan deadline) =>
        new("timeout", string.Create(CultureInfo.InvariantCulture, $"no answer within {deadline.TotalSeconds:0.###} s")) { Passes = true };

    internal static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "...";
    }
}
