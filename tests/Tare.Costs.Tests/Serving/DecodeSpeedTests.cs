using Tare.Records;

namespace Tare.Costs.Tests;

public sealed class DecodeSpeedTests
{
    [Fact]
    public void A_dense_cache_is_read_whole()
    {
        Architecture kimi = Golden.Curated("kimi-k2.6");
        DecodeSpeed speed = DecodeSpeed.Of(kimi, 32_768, 3.35e12, 8);
        speed.WeightBytesRead.ShouldBe(32e9);
        speed.CacheBytesRead.ShouldBe(ServingCost.Of(kimi, 32_768).Cache.TotalBytes);
        speed.TokensPerSecond.ShouldBe(3.35e12 / (32e9 + speed.CacheBytesRead));
    }

    [Fact]
    public void A_sparse_cache_is_read_at_the_picked_entries_and_at_every_index_key()
    {
        double read = DecodeSpeed.Of(Golden.Curated("deepseek-v3.2"), 100_000, 1e12, 8).CacheBytesRead;
        read.ShouldBe(61 * ((2048 * 576 * 2.0) + (100_000 * 128 * 2.0)));
        double pro = DecodeSpeed.Of(Golden.Curated("deepseek-v4-pro"), 100_000, 1e12, 8).CacheBytesRead;
        pro.ShouldBe((30 * (((1024 + 128) * 1024.0) + (25_000 * 256.0))) + (31 * ((781 + 128) * 1024.0)));
    }

    [Fact]
    public void Layers_that_share_a_cache_each_read_it_and_a_state_is_read_whole()
    {
        Architecture e2b = Golden.Curated("gemma4-e2b");
        DecodeSpeed.Of(e2b, 4096, 1e12, 16).CacheBytesRead.ShouldBe((28 * 512 * 1024.0) + (7 * 4096 * 2048.0));
        Architecture qwen = Golden.Curated("qwen3.6-35b-a3b");
        DecodeSpeed.Of(qwen, 4096, 1e12, 16).CacheBytesRead.ShouldBe(ServingCost.Of(qwen, 4096).Cache.TotalBytes);
    }

    [Fact]
    public void What_is_not_known_or_not_positive_is_refused()
    {
        Architecture unknown = Golden.Curated("kimi-k2.6") with { ActiveParameters = null };
        Should.Throw<InputException>(() => DecodeSpeed.Of(unknown, 1, 1, 8)).Message.ShouldContain("activeParameters: not known");
        Should.Throw<InputException>(() => DecodeSpeed.Of(unknown, 1, -1, 8)).Message.ShouldContain("bandwidth: -1");
        Should.Throw<InputException>(() => DecodeSpeed.Of(unknown, 1, 1, 0)).Message.ShouldContain("bits per parameter: 0");
    }
}
