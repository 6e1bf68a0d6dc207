using Tare.Records;

namespace Tare.App.Calibrations;

/// <summary>Reads <c>--layout</c>.</summary>
internal static class CoefficientLayouts
{
    public static CoefficientLayout Of(string name) =>
        name switch
        {
            "tare" => CoefficientLayout.Tare,
            "mirt" => CoefficientLayout.Mirt,
            _ => throw InputException.At("--layout", $"'{name}'", "tare or mirt", "tare prints difficulties, mirt a1, d, g, u"),
        };
}
