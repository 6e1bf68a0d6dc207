using Tare.App.Screens;
using Tare.Psychometrics;

namespace Tare.App.Json;

/// <summary>A prior as <c>--prior</c> takes it.</summary>
internal static class PriorText
{
    public static string Of(ScalePrior prior) =>
        prior switch
        {
            ScalePrior.InverseGammaVariance g => $"inverse-gamma:{Number(g.Shape)},{Number(g.Scale)}",
            ScalePrior.HalfNormal n => $"half-normal:{Number(n.Width)}",
            ScalePrior.HalfT t => $"half-t:{Number(t.DegreesOfFreedom)},{Number(t.Width)}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Number(double value) => Show.Number(value, "R");
}
