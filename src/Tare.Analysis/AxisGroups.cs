using Tare.Records;

namespace Tare.Analysis;

/// <summary>The group of a model on each of the four axes.</summary>
public static class AxisGroups
{
    /// <summary>The group, or <see langword="null"/> where no source says: such a model is in neither group.</summary>
    /// <remarks>
    /// Weights and model: <c>open</c> or <c>closed</c>. Country: the alpha-2 code. Licence: <c>permissive</c>, <c>restricted</c>,
    /// <c>non-commercial</c> or <c>closed</c>.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="axis">The axis.</param>
    public static string? Of(LanguageModel model, Axis axis)
    {
        ArgumentNullException.ThrowIfNull(model);
        return axis switch
        {
            Axis.Weights or Axis.Model => model.Weights switch
            {
                Weights.Open => "open",
                Weights.Closed => "closed",
                _ => null,
            },
            Axis.Country => model.Country,
            Axis.Licence => model.Terms switch
            {
                LicenceTerms.Permissive => "permissive",
                LicenceTerms.Restricted => "restricted",
                LicenceTerms.NonCommercial => "non-commercial",
                LicenceTerms.Closed => "closed",
                _ => null,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "Expected an axis that this version knows."),
        };
    }
}
