using Tare.Records;
using Tare.Runner.Journals;

namespace Tare.Runner.Tests;

[Trait("tier", "gate")]
public class JournalDamageTests : IDisposable
{
    private static readonly IReadOnlyList<string> s_texts = JournalSamples.Texts(JournalSamples.Entries);
    private readonly JournalSamples.Folder _folder = new();
    private readonly byte[] _whole;
    private readonly int[] _ends;

    public JournalDamageTests()
    {
        JournalSamples.Write(_folder["journal"], JournalSamples.Entries);
        _whole = File.ReadAllBytes(_folder["journal"]);
        _ends = [.. Enumerable.Range(0, _whole.Length).Where(i => _whole[i] == (byte)'\n').Select(i => i + 1)];
    }

    private string Path => _folder["journal"];

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_cut_at_any_byte_is_detected_and_loses_only_what_came_after()
    {
        for (var length = 0; length < _whole.Length; length++)
        {
            File.WriteAllBytes(Path, _whole[..length]);
            var lines = _ends.Count(e => e <= length);
            Check(lines, $"cut at {length}").Ordinary.ShouldBeFalse();
        }
    }

    [Fact]
    public void A_cut_without_a_mark_is_what_a_crash_leaves()
    {
        File.Delete(JournalMark.PathOf(Path));
        for (var length = 0; length < _whole.Length; length++)
        {
            File.WriteAllBytes(Path, _whole[..length]);
            var lines = _ends.Count(e => e <= length);
            var reader = new JournalReader(Path);
            Assert.Equal(Math.Max(0, lines - 1), reader.Entries().Count());
            (reader.Damage?.Ordinary ?? true).ShouldBeTrue();
            (reader.Damage is null).ShouldBe(length == 0 || _ends.Contains(length));
        }
    }

    [Fact]
    public void A_flipped_bit_at_any_byte_is_detected_and_loses_only_what_came_after()
    {
        for (var at = 0; at < _whole.Length; at++)
        {
            var bytes = (byte[])_whole.Clone();
            bytes[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(Path, bytes);
            Check(_ends.Count(e => e <= at), $"bit {at % 8} of byte {at}").Ordinary.ShouldBeFalse();
        }
    }

    [Fact]
    public void Lines_that_are_removed_doubled_swapped_or_taken_from_elsewhere_are_detected()
    {
        byte[] Line(int i) => _whole[(i == 0 ? 0 : _ends[i - 1]).._ends[i]];
        var lines = Enumerable.Range(0, _ends.Length).Select(Line).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            Arrange([.. lines.Take(i), .. lines.Skip(i + 1)]);
            Check(i, $"line {i + 1} removed");
            if (i + 1 < lines.Count)
            {
                Arrange([.. lines.Take(i), lines[i + 1], lines[i], .. lines.Skip(i + 2)]);
                Check(i, $"line {i + 1} swapped with the next");
            }

            Arrange([.. lines.Take(i + 1), lines[i], .. lines.Skip(i + 1)]);
            Check(i + 1, $"line {i + 1} doubled");
        }

        // The same entries behind another beginning: each line is good in its own journal.
        using var other = new JournalSamples.Folder();
        JournalSamples.Write(other["journal"], JournalSamples.Entries.Skip(1));
        var foreign = File.ReadAllLines(other["journal"]).Select(l => System.Text.Encoding.UTF8.GetBytes(l + "\n")).ToList();
        Arrange([.. lines.Take(3), .. foreign.Skip(2)]);
        Check(3, "spliced");
    }

    [Fact]
    public void Damage_in_the_middle_keeps_what_stood_before_and_moves_the_rest_aside()
    {
        var bytes = (byte[])_whole.Clone();
        bytes[_ends[3] + 30] ^= 1;
        File.WriteAllBytes(Path, bytes);

        var kept = new List<JournalEntry>();
        using (var journal = Journal.Open(Path, JournalSamples.Noon, kept.Add))
        {
            JournalSamples.Append(journal, JournalSamples.Entries[4]);
        }

        JournalSamples.Texts(kept.Take(3)).ShouldBe(JournalSamples.Texts(JournalSamples.Entries.Take(3)));
        var repaired = kept[^1].ShouldBeOfType<JournalEntry.JournalRepaired>();
        (repaired.Line, repaired.Offset, repaired.KeptIn).ShouldBe((5, _ends[3], "journal.damaged-1"));
        repaired.Found.ShouldContain("the checksum");
        File.ReadAllBytes(Path + ".damaged-1").ShouldBe(bytes[_ends[3]..]);
        var reader = new JournalReader(Path);
        JournalSamples.Texts(reader.Entries()).ShouldBe(JournalSamples.Texts([.. kept, JournalSamples.Entries[4]]));
        reader.Damage.ShouldBeNull();
    }

    [Fact]
    public void A_second_damage_does_not_overwrite_what_the_first_left()
    {
        foreach (var number in new[] { 1, 2, 3 })
        {
            var bytes = File.ReadAllBytes(Path);
            bytes[^2] ^= 1;
            File.WriteAllBytes(Path, bytes);
            using var journal = Journal.Open(Path, JournalSamples.Noon, _ => { });
            File.Exists(FormattableString.Invariant($"{Path}.damaged-{number}")).ShouldBeTrue();
        }
    }

    [Fact]
    public void What_a_crash_leaves_behind_the_last_flush_is_dropped_without_a_word()
    {
        File.AppendAllText(Path, "0123456789abcdef {\"entry\":\"attempt-st");
        var read = new List<JournalEntry>();
        using (Journal.Open(Path, JournalSamples.Noon, read.Add)) { }

        read.OfType<JournalEntry.JournalRepaired>().Count().ShouldBe(2, "the two of the sample");
        File.ReadAllBytes(Path).ShouldBe(_whole);
        Directory.EnumerateFiles(_folder.FullPath, "*damaged*").ShouldBeEmpty();
    }

    [Fact]
    public void A_journal_that_is_gone_is_not_taken_for_a_new_one()
    {
        File.Delete(Path);
        var reader = new JournalReader(Path);
        reader.Entries().ShouldBeEmpty();
        reader.Damage.ShouldNotBeNull().Ordinary.ShouldBeFalse();
        reader.Damage.Found.ShouldContain(FormattableString.Invariant($"{_whole.Length} bytes more"));
    }

    [Fact]
    public void A_line_without_end_is_damage_and_not_memory()
    {
        File.Delete(JournalMark.PathOf(Path));
        using (var file = File.OpenWrite(Path))
        {
            file.SetLength(4L << 30);
        }

        var reader = new JournalReader(Path);
        reader.Entries().Count().ShouldBe(JournalSamples.Entries.Count);
        reader.Damage.ShouldNotBeNull().Found.ShouldContain("without end");
    }

    private void Arrange(IEnumerable<byte[]> lines) => File.WriteAllBytes(Path, [.. lines.SelectMany(l => l)]);

    // Exactly the whole lines before the damage are read, and its place is where the first bad line begins.
    private JournalDamage Check(int lines, string what)
    {
        var reader = new JournalReader(Path);
        var read = JournalSamples.Texts(reader.Entries());
        // Compared without the library of assertions, which takes milliseconds for a list: there are thousands of places.
        read.SequenceEqual(s_texts.Take(Math.Max(0, lines - 1)), StringComparer.Ordinal).ShouldBeTrue(what);
        var damage = reader.Damage.ShouldNotBeNull(what);
        damage.Line.ShouldBe(lines + 1, what);
        damage.Offset.ShouldBe(lines == 0 ? 0 : _ends[lines - 1], what);
        damage.Found.ShouldNotBeNullOrEmpty();
        return damage;
    }
}
