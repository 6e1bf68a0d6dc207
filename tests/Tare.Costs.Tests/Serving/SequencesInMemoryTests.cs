using Tare.Records;

namespace Tare.Costs.Tests;

public sealed class SequencesInMemoryTests
{
    private const long GibiByte = 1L << 30;

    [Fact]
    public void Sequences_are_the_free_memory_divided_by_the_cache_of_one_rounded_down()
    {
        Architecture llama = RandomServing.Of(RandomServing.Full(32, 8, 128), 32) with { TotalParameters = 8L * GibiByte };
        // 128 KiB a token x 8,192 tokens = 1 GiB a sequence; 80 - 16 = 64 GiB are free.
        MemoryBudget memory = MemoryBudget.For(llama, 80 * GibiByte, 16);
        memory.WeightBytes.ShouldBe(16 * GibiByte);
        SequencesInMemory.Of(llama, 8192, memory).Sequences.ShouldBe(64);
        SequencesInMemory.Of(llama, 8192, memory with { MemoryBytes = memory.MemoryBytes - 1 }).Sequences.ShouldBe(63);
    }

    [Fact]
    public void Weights_that_do_not_fit_leave_room_for_nothing_and_say_so()
    {
        Architecture v4 = Golden.Curated("deepseek-v4-pro");
        SequencesInMemory none = SequencesInMemory.Of(v4, 4096, MemoryBudget.For(v4, 80 * GibiByte, 4));
        none.WeightsFit.ShouldBeFalse();
        none.Sequences.ShouldBe(0);
        none.FreeBytes.ShouldBe((80 * GibiByte) - 800_000_000_000);
    }

    [Fact]
    public void Layers_that_keep_nothing_set_no_limit()
    {
        Architecture nothing = RandomServing.Of(new ShortConvolution { Channels = 4, Kernel = 1 });
        SequencesInMemory.Of(nothing, 4096, new MemoryBudget(1, 0)).Sequences.ShouldBeNull();
    }

    [Fact]
    public void Unknown_parameters_and_impossible_memory_are_refused_with_their_name()
    {
        Architecture unknown = Golden.Curated("kimi-k2.6") with { TotalParameters = null };
        Should.Throw<InputException>(() => MemoryBudget.For(unknown, GibiByte, 8)).Message.ShouldContain("totalParameters: not known");
        Should
            .Throw<InputException>(() => MemoryBudget.For(Golden.Curated("kimi-k2.6"), GibiByte, double.NaN))
            .Message.ShouldContain("bits per parameter: NaN");
        Should
            .Throw<InputException>(() => SequencesInMemory.Of(unknown, 1, new MemoryBudget(0, 0)))
            .Message.ShouldContain("memory: 0 bytes");
        Should
            .Throw<InputException>(() => SequencesInMemory.Of(unknown, 1, new MemoryBudget(1, -1)))
            .Message.ShouldContain("weights: -1 bytes");
    }
}
