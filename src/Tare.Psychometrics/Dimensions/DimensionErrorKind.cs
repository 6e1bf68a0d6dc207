namespace Tare.Psychometrics;

/// <summary>Kind of the standard errors of a calibration in several dimensions.</summary>
public enum DimensionErrorKind
{
    /// <summary>Inverse of the whole observed information, by central differences of the exact gradient.</summary>
    Observed,

    /// <summary>Inverse of the cross products of the persons' scores, each item's own block: taken where the whole matrix costs too much.</summary>
    CrossProductByItem,

    /// <summary>None: importance weights or shares make the objective a quasi-likelihood. Resample persons instead.</summary>
    None,
}
