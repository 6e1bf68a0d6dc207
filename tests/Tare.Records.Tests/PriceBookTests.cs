namespace Tare.Records.Tests;

public sealed class PriceBookTests
{
    private static readonly ModelPrice s_old = new("m", new DateOnly(2026, 1, 1), 2m, 8m) { CacheRead = 0.5m };
    private static readonly PriceBook s_book = new([s_old with { From = new DateOnly(2026, 6, 1), Input = 1m }, s_old]);

    [Fact]
    public void The_price_of_a_day_is_the_last_one_that_began_before_it()
    {
        s_book.On("m", new DateOnly(2026, 5, 31))!.Input.ShouldBe(2m);
        s_book.On("m", new DateOnly(2026, 6, 1))!.Input.ShouldBe(1m);
    }

    [Fact]
    public void Before_the_first_day_and_for_another_model_the_price_is_unknown()
    {
        s_book.On("m", new DateOnly(2025, 12, 31)).ShouldBeNull();
        s_book.On("M", new DateOnly(2026, 6, 1)).ShouldBeNull();
    }

    [Fact]
    public void A_cost_is_the_sum_over_classes() =>
        s_old.CostOf(new TokenUsage(1_000_000, 500_000) { CacheRead = 2_000_000, Reasoning = 400_000 }).ShouldBe(2m + 4m + 1m);

    [Fact]
    public void Tokens_of_a_class_without_price_make_the_cost_unknown_and_no_tokens_do_not()
    {
        s_old.CostOf(new TokenUsage(1, 1) { CacheWrite = 1 }).ShouldBeNull();
        s_old.CostOf(new TokenUsage(0, 0)).ShouldBe(0m);
    }
}
