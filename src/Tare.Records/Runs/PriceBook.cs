namespace Tare.Records;

/// <summary>Prices with the days from which they hold.</summary>
/// <param name="Prices">In any order; at most one for each model and first day.</param>
public sealed record PriceBook(IReadOnlyList<ModelPrice> Prices)
{
    /// <summary>The price in force on a day, or <see langword="null"/> where none is known.</summary>
    /// <param name="model">The provider's name of the model.</param>
    /// <param name="day">The day of the call.</param>
    public ModelPrice? On(string model, DateOnly day) =>
        Prices.Where(p => string.Equals(p.Model, model, StringComparison.Ordinal) && p.From <= day).MaxBy(p => p.From);
}
