using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>
/// What was said and run, as one number: the same answers and the same outputs give the same one. Identifiers of calls, reasoning, token counts,
/// the provider's name of the model and the detail of the end are not part of it, since another provider or another day changes them.
/// </summary>
public static class TranscriptDigest
{
    private const string Format = "transcript/1";

    /// <summary>SHA-256, 64 hexadecimal digits, over the events' fields in the form of <c>docs/harnesses/bash-loop-1.md</c>, section 8.</summary>
    /// <param name="transcript">The transcript.</param>
    public static string Of(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        NetString.Append(hash, Format);
        foreach (var one in transcript.Events)
        {
            var fields = Fields(one);
            NetString.Append(hash, fields.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var field in fields)
            {
                NetString.Append(hash, field);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The fields of one event.</summary>
    internal static IReadOnlyList<string> Fields(TranscriptEvent one) =>
        one switch
        {
            TranscriptEvent.Told e => ["told", e.Role, e.Text],
            TranscriptEvent.Answered e => ["answered", e.Answer.Text, .. e.Answer.ToolCalls.SelectMany(c => new[] { c.Name, c.Arguments })],
            TranscriptEvent.Ran e => ["ran", e.Command, e.Shown, e.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "none"],
            TranscriptEvent.Refused e => ["refused", e.Shown],
            TranscriptEvent.Ended e => ["ended", KebabCase.Of(e.Stop)],
            _ => throw new UnreachableException(),
        };
}
