namespace Tare.Costs;

/// <summary>An amount in US dollars that is known within bounds. The bounds are exact.</summary>
/// <param name="LowerUsd">Least amount.</param>
/// <param name="CentralUsd">Amount at the inputs' central values.</param>
/// <param name="UpperUsd">Greatest amount.</param>
public sealed record UsdRange(decimal LowerUsd, decimal CentralUsd, decimal UpperUsd)
{
    /// <summary>One amount.</summary>
    /// <param name="usd">The amount.</param>
    public static UsdRange Exactly(decimal usd) => new(usd, usd, usd);

    /// <summary>An amount between two bounds, its centre halfway.</summary>
    /// <param name="lowerUsd">Least amount.</param>
    /// <param name="upperUsd">Greatest amount.</param>
    public static UsdRange Between(decimal lowerUsd, decimal upperUsd) => new(lowerUsd, (lowerUsd + upperUsd) / 2, upperUsd);
}
