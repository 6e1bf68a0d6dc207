using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tare.Sandboxes;

namespace Tare.Harnesses.Tests;

public sealed class ShownOutputTests
{
    private const int Most = BashLoopSpecification.HeadBytes + BashLoopSpecification.TailBytes;

    [Fact]
    public void A_stream_up_to_the_limit_is_whole_and_one_byte_more_is_cut()
    {
        ShownOutput.Text(Kept(new string('a', Most))).ShouldBe(new string('a', Most));
        ShownOutput
            .Text(Kept(new string('a', Most + 1)))
            .ShouldBe($"{new string('a', 8000)}\n[... 1 bytes omitted ...]\n{new string('a', 8000)}");
    }

    [Theory]
    [InlineData("é", 1, 8000 - 1)]
    [InlineData("✓", 1, 8000 - 1)]
    [InlineData("✓", 2, 8000 - 2)]
    [InlineData("😀", 3, 8000 - 3)]
    [InlineData("😀", 4, 8000)]
    public void A_character_across_the_cut_is_omitted(string character, int before, int shown)
    {
        // So many of the character's bytes stand before the cut of the head.
        var text = new string('a', 8000 - before) + character + new string('b', 20_000);
        var head = ShownOutput.Text(Kept(text)).Split('\n')[0];
        Encoding.UTF8.GetByteCount(head).ShouldBe(shown);
        head.ShouldNotContain('\uFFFD');

        var mirrored = new string('b', 20_000) + character + new string('a', 8000 - before);
        ShownOutput.Text(Kept(mirrored)).Split('\n')[^1].ShouldNotContain('\uFFFD');
    }

    [Fact]
    public void Text_of_whole_characters_never_shows_a_broken_one_and_the_omitted_bytes_add_up() =>
        Prop.ForAll(
                Gen.Elements("a", "é", "✓", "😀", "\n", "日")
                    .ListOf(9000)
                    .SelectMany(parts => Gen.Choose(1000, 40_000).Select(limit => (Text: string.Concat(parts), Limit: limit)))
                    .ToArbitrary(),
                c =>
                {
                    var shown = ShownOutput.Text(Kept(c.Text, Math.Max(c.Limit, Most)));
                    var bytes = Encoding.UTF8.GetByteCount(c.Text);
                    if (bytes <= Most)
                    {
                        return shown == c.Text;
                    }

                    var at = shown.IndexOf("\n[... ", StringComparison.Ordinal);
                    var end = shown.IndexOf(" bytes omitted ...]\n", StringComparison.Ordinal);
                    var omitted = int.Parse(shown[(at + 6)..end], System.Globalization.CultureInfo.InvariantCulture);
                    var last = shown[(end + " bytes omitted ...]\n".Length)..];
                    return !shown.Contains('\uFFFD', StringComparison.Ordinal)
                        && c.Text.StartsWith(shown[..at], StringComparison.Ordinal)
                        && c.Text.EndsWith(last, StringComparison.Ordinal)
                        && Encoding.UTF8.GetByteCount(shown[..at]) + omitted + Encoding.UTF8.GetByteCount(last) == bytes;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261122, 7));

    [Fact]
    public void A_sandbox_that_keeps_less_still_counts_what_is_missing()
    {
        var shown = ShownOutput.Text(Kept(new string('a', 500) + new string('b', 500), limit: 100));
        shown.ShouldBe($"{new string('a', 50)}\n[... 900 bytes omitted ...]\n{new string('b', 50)}");
    }

    [Theory]
    [InlineData(CommandEnd.WallClock, "[ended: time limit of 2 s]")]
    [InlineData(CommandEnd.CpuTime, "[ended: processor time limit]")]
    [InlineData(CommandEnd.Memory, "[ended: memory limit]")]
    [InlineData(CommandEnd.ProcessCount, "[ended: process limit]")]
    [InlineData(CommandEnd.WorkFolderSize, "[ended: disk space limit]")]
    public void What_ended_a_command_is_said(CommandEnd end, string line)
    {
        var result = new CommandResult(
            end,
            ExitCode: null,
            Kept("out"),
            Kept("err\n"),
            TimeSpan.Zero,
            TimeSpan.Zero,
            PeakMemoryBytes: null
        );
        ShownOutput.Of(result, TimeSpan.FromSeconds(1.5)).ShouldBe($"[stdout]\nout\n[stderr]\nerr\n{line}");
    }

    // As a sandbox keeps it: all, or the first and the last half of the limit.
    private static CapturedOutput Kept(string text, int limit = 1 << 20)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= limit
            ? new CapturedOutput(bytes, ReadOnlyMemory<byte>.Empty, bytes.Length)
            : new CapturedOutput(bytes.AsMemory(0, limit / 2), bytes.AsMemory(bytes.Length - (limit / 2)), bytes.Length);
    }
}
