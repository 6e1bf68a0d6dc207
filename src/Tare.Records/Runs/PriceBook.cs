namespace Tare.Records;

/// <summary>Prices with the days from which they hold.</summary>
/// <param name="Prices">The prices, in any order.</param>
public sealed record PriceBook(IReadOnlyList<ModelPrice> Prices)
{
    /// <summary>A book without prices: every cost is unknown.</summary>
    public static PriceBook Empty { get; } = new([]);

    /// <summary>The price of a model that holds on a day, or <see langword="null"/> where the book has none: unknown is not free.</summary>
    /// <param name="model">The model as its provider names it.</param>
    /// <param name="day">The day.</param>
    public ModelPrice? On(string model, DateOnly day) =>
        Prices.Where(p => string.Equals(p.Model, model, StringComparison.Ordinal) && p.From <= day).MaxBy(p => p.From);
}
