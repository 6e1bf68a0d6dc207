using Tare.Records;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

public sealed class ProviderGateTests
{
    [Fact]
    public async Task No_more_questions_are_in_progress_than_the_limit()
    {
        var (now, most) = (0, 0);
        var both = new Lock();
        ScriptedReply Reply(ScriptedRequest request)
        {
            lock (both)
            {
                now++;
                most = Math.Max(most, now);
            }

            Thread.Sleep(30);
            lock (both)
            {
                now--;
            }

            return ScriptedReply.Say("x");
        }

        using var provider = new Provider("openai", Reply, Provider.Fast with { Concurrency = 3 });
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => provider.AskAsync()));
        most.ShouldBeInRange(1, 3);
        provider.Server.Requests.Count.ShouldBe(12);
    }

    [Fact]
    public async Task Models_at_one_server_share_its_limit()
    {
        using var server = new ScriptedModelServer(_ => ScriptedReply.Say("x"));
        var clock = new SkippingTime(TimeSpan.FromSeconds(30));
        using var providers = new ModelProviders(
            Provider.Fast with
            {
                CallsPerMinute = 6,
                Deadline = TimeSpan.FromHours(1),
                CallDeadline = TimeSpan.FromHours(1),
            },
            _ => null,
            clock
        );
        using var one = providers.Open(new PlannedModel("one", $"{server.OpenAI}#a"));
        using var two = providers.Open(new PlannedModel("two", $"{server.OpenAI}#b"));
        foreach (var provider in new[] { one, two, one, two })
        {
            await provider.Open(Provider.Context("a/b")).AskAsync(Provider.Question, TestContext.Current.CancellationToken);
        }

        // Six calls a minute: each ten seconds after the one before, whichever model asks.
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)]);
    }

    [Fact]
    public async Task A_fault_gives_the_place_back()
    {
        using var provider = new Provider(
            "openai",
            r => r.Number <= 2 ? ScriptedReply.Failed(400) : ScriptedReply.Say("x"),
            Provider.Fast with
            {
                Concurrency = 1,
            }
        );
        await provider.FaultAsync();
        await provider.FaultAsync();
        (await provider.AskAsync()).Text.ShouldBe("x");
    }
}
