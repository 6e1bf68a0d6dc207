using FsCheck;
using FsCheck.Fluent;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Tests;

/// <summary>The buffer against the definition: all that fits, else the first and the last bytes.</summary>
public sealed class OutputBufferTests
{
    [Fact]
    public void What_is_kept_is_the_start_and_the_end_however_it_arrives()
    {
        var cases = Gen.Choose(1, 40).SelectMany(limit => Gen.Choose(0, 25).ListOf().Select(parts => (limit, parts: parts.ToArray())));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(17, 17),
            Prop.ForAll(cases.ToArbitrary(), c => Agrees(c.limit, c.parts))
        );
    }

    private static bool Agrees(int limit, int[] parts)
    {
        var all = Enumerable.Range(0, parts.Sum()).Select(i => (byte)(i % 251)).ToArray();
        var buffer = new OutputBuffer(limit);
        var start = 0;
        foreach (var part in parts)
        {
            buffer.Append(all.AsSpan(start, part));
            start += part;
        }

        var captured = buffer.Captured();
        var (head, tail) = all.Length <= limit ? (all, []) : (all[..(limit - (limit / 2))], all[^(limit / 2)..]);
        return captured.TotalBytes == all.Length
            && captured.Head.Span.SequenceEqual(head)
            && captured.Tail.Span.SequenceEqual(tail)
            && captured.OmittedBytes == all.Length - head.Length - tail.Length;
    }

    [Fact]
    public void A_cut_says_how_much_is_missing() =>
        new CapturedOutput("ab"u8.ToArray(), "yz"u8.ToArray(), 26).ToString().ShouldBe("ab\n[... 22 bytes omitted ...]\nyz");
}
