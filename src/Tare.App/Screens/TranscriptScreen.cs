using System.Globalization;
using Tare.App.Cli;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare transcript</c>.</summary>
internal static class TranscriptScreen
{
    public static void Write(Terminal terminal, string id, Transcript transcript)
    {
        var sum = TranscriptSum.Of(transcript);
        terminal.Out.WriteLine(id);
        terminal.Out.WriteLine(
            $"{Show.Count(sum.Turns, "turn")} · {Tokens(sum)} · ended: {(sum.Stop is { } stop ? KebabCase.Of(stop) : "not yet")} · digest {Show.Digest(TranscriptDigest.Of(transcript))}"
        );
        terminal.Out.WriteLine();
        terminal.Out.Write(TranscriptText.Render(transcript, terminal.Width));
    }

    private static string Tokens(TranscriptSum sum)
    {
        if (sum.CallsWithoutUsage == sum.Turns)
        {
            return "tokens unknown";
        }

        var u = sum.Usage;
        var counted = $"{Count(u.Total)} tokens ({Count(u.Input + u.CacheRead + u.CacheWrite)} in, {Count(u.Output)} out)";
        return sum.CallsWithoutUsage == 0 ? counted : $"{counted}, those of {Show.Count(sum.CallsWithoutUsage, "turn")} unknown";
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
