using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner;

/// <summary>What calls of one planned model cost, by the day of the call. A simulated or scripted model costs nothing.</summary>
/// <param name="prices">The price book.</param>
/// <param name="model">The model.</param>
internal sealed class CallPrices(PriceBook prices, PlannedModel model)
{
    private static readonly ModelPrice s_nothing = new("", DateOnly.MinValue, 0, 0) { CacheRead = 0, CacheWrite = 0 };
    private readonly string? _name = ModelAddress.Parse(model.Address, $"the plan's model {model.Label}").ModelName;

    /// <summary>The price on a day under the name in the plan, or <see langword="null"/> where the book has none.</summary>
    public ModelPrice? On(DateTimeOffset at) => _name is null ? s_nothing : prices.On(_name, Day(at));

    /// <summary>Cost of a call, US dollars, or <see langword="null"/> where usage or price is unknown. The name that answered goes before the name that was asked.</summary>
    public decimal? Of(ModelAnswer answer, DateTimeOffset at)
    {
        if (_name is null)
        {
            return 0;
        }

        var price = (answer.Model is { } answered ? prices.On(answered, Day(at)) : null) ?? On(at);
        return answer.Usage is { } usage ? price?.CostOf(usage) : null;
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
