namespace Tare.Psychometrics;

/// <summary>Where each item's (a, d[, logit c]) stands among all estimated parameters; a common slope has one place.</summary>
/// <param name="Items">Number of items.</param>
/// <param name="PerItem">Parameters that concern an item.</param>
/// <param name="IsCommonSlope">Whether all items share the slope.</param>
internal sealed record ParameterLayout(int Items, int PerItem, bool IsCommonSlope)
{
    internal int Count => IsCommonSlope ? Items + 1 : Items * PerItem;

    internal int Index(int item, int parameter) => IsCommonSlope ? (parameter == 0 ? 0 : 1 + item) : (item * PerItem) + parameter;
}
