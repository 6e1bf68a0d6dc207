using FsCheck;
using FsCheck.Fluent;

namespace Tare.Costs.Tests;

public sealed class PrefillFlopsTests
{
    [Fact]
    public void A_prompt_costs_the_sum_of_its_tokens() =>
        RandomServing.Check(
            from architecture in RandomServing.Architectures
            from tokens in Gen.Choose(1, 300)
            select (architecture, tokens),
            x =>
            {
                long core = 0;
                long indexer = 0;
                long state = 0;
                for (int reach = 1; reach <= x.tokens; reach++)
                {
                    TokenFlops token = ServingCost.Of(x.architecture, reach).FlopsPerToken;
                    core += token.AttentionCoreFlops;
                    indexer += token.IndexerFlops;
                    state += token.LinearStateFlops;
                }

                PrefillFlops prompt = PrefillFlops.Of(x.architecture, x.tokens);
                return prompt.AttentionCoreFlops == core
                    && prompt.IndexerFlops == indexer
                    && prompt.LinearStateFlops == state
                    && prompt.ParameterFlops == 2.0 * 12_345 * x.tokens;
            }
        );

    [Fact]
    public void Full_attention_over_a_million_tokens_is_half_the_square_and_does_not_overflow()
    {
        PrefillFlops prompt = PrefillFlops.Of(Golden.Curated("kimi-k2.6"), 1_000_000);
        // Whole numbers beyond 2^53: a few roundings to double.
        prompt.AttentionCoreFlops.ShouldBe(61.0 * 2 * 64 * 1088 * (1e6 * (1e6 + 1) / 2), 1e-12 * prompt.AttentionCoreFlops);
    }
}
