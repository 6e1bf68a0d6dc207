using Tare.Records;
using Tare.Runner.Journals;
using Tare.Testing;

namespace Tare.Runner.Tests;

public class JournalTests
{
    [Fact]
    public void Every_kind_of_entry_reads_back_as_it_was_written()
    {
        using var folder = new JournalSamples.Folder();
        JournalSamples.Write(folder["journal"], JournalSamples.Entries);

        var reader = new JournalReader(folder["journal"]);
        var read = reader.Entries().ToList();

        reader.Damage.ShouldBeNull();
        JournalSamples.Texts(read).ShouldBe(JournalSamples.Texts(JournalSamples.Entries));
        // Text against text would pass if a field were written and read nowhere; these are the values.
        var answered = read.OfType<JournalEntry.ModelAnswered>().First();
        var expected = JournalSamples.Entries.OfType<JournalEntry.ModelAnswered>().First();
        (answered with { Answer = expected.Answer }).ShouldBe(expected);
        (answered.Answer with { ToolCalls = [] }).ShouldBe(expected.Answer with { ToolCalls = [] });
        answered.Answer.ToolCalls.ShouldBe(expected.Answer.ToolCalls);
        var finished = read.OfType<JournalEntry.AttemptFinished>().First().Result;
        var result = JournalSamples.Entries.OfType<JournalEntry.AttemptFinished>().First().Result;
        (finished with { Rewards = result.Rewards, Findings = result.Findings }).ShouldBe(result);
        finished.Rewards.ShouldBe(result.Rewards);
        finished.Findings.ShouldBe(result.Findings);
        read.OfType<JournalEntry.RunStarted>().Single().Plan.ShouldBe("plan: 1\nseed: \"1\"\n");
    }

    [Fact]
    public void A_journal_that_is_opened_again_goes_on_where_it_ended()
    {
        using var folder = new JournalSamples.Folder();
        for (var i = 0; i < JournalSamples.Entries.Count; i++)
        {
            var before = new List<JournalEntry>();
            using var journal = Journal.Open(folder["journal"], JournalSamples.Noon, before.Add);
            JournalSamples.Texts(before).ShouldBe(JournalSamples.Texts(JournalSamples.Entries.Take(i)));
            JournalSamples.Append(journal, JournalSamples.Entries[i]);
        }

        using var other = new JournalSamples.Folder();
        JournalSamples.Write(other["journal"], JournalSamples.Entries);
        File.ReadAllBytes(folder["journal"]).ShouldBe(File.ReadAllBytes(other["journal"]));
    }

    [Fact]
    public async Task Entries_that_are_appended_side_by_side_share_flushes_and_are_all_there()
    {
        const int writers = 16;
        const int each = 50;
        using var folder = new JournalSamples.Folder();
        long flushes;
        using (var journal = Journal.Open(folder["journal"], JournalSamples.Noon, _ => { }))
        {
            await Task.WhenAll(
                Enumerable
                    .Range(1, writers)
                    .Select(w =>
                        Task.Run(async () =>
                        {
                            for (var i = 1; i <= each; i++)
                            {
                                await journal.AppendAsync(
                                    new JournalEntry.AttemptStarted(
                                        JournalSamples.Noon,
                                        JournalSamples.Key with
                                        {
                                            Number = w,
                                        },
                                        i,
                                        Replays: false
                                    )
                                );
                                // What an append has promised: a reader of the file sees it.
                                if (i is 1 or each)
                                {
                                    Starts(folder["journal"], w).ShouldContain(i);
                                }
                            }
                        })
                    )
            );
            flushes = journal.Flushes;
        }

        foreach (var w in Enumerable.Range(1, writers))
        {
            Starts(folder["journal"], w).ShouldBe(Enumerable.Range(1, each));
        }

        flushes.ShouldBeLessThan(writers * each);
    }

    [Fact]
    public void A_journal_of_version_1_stays_readable()
    {
        var golden = Repository.PathOf("tests/Tare.Runner.Tests/Journals/journal-1.golden");
        var reader = new JournalReader(golden);
        JournalSamples.Texts(reader.Entries()).ShouldBe(JournalSamples.Texts(JournalSamples.Entries));
        reader.Damage.ShouldBeNull();
    }

    [Fact]
    public void A_journal_of_a_newer_version_is_refused_and_left_alone()
    {
        using var folder = new JournalSamples.Folder();
        var json = "{\"journal\":\"tare\",\"version\":2}"u8.ToArray();
        var checksum = new byte[JournalChain.Digits];
        new JournalChain().Add(json, checksum);
        byte[] bytes = [.. checksum, (byte)' ', .. json, (byte)'\n'];
        File.WriteAllBytes(folder["journal"], bytes);

        var e = Should.Throw<InputException>(() => Journal.Open(folder["journal"], JournalSamples.Noon, _ => { }));

        e.Message.ShouldContain("version 2");
        File.ReadAllBytes(folder["journal"]).ShouldBe(bytes);
    }

    private static List<int> Starts(string path, int number) =>
        [
            .. new JournalReader(path)
                .Entries()
                .OfType<JournalEntry.AttemptStarted>()
                .Where(e => e.Key.Number == number)
                .Select(e => e.Start),
        ];
}
