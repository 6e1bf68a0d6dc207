namespace Tare.Psychometrics;

/// <summary>Size of differential item functioning on the scale of the Educational Testing Service (Zieky 1993).</summary>
public enum DifClass
{
    /// <summary>Negligible: |Δ| below 1, or not significantly different from 0.</summary>
    A,

    /// <summary>Moderate: neither A nor C.</summary>
    B,

    /// <summary>Large: |Δ| at least 1.5 and significantly above 1 (one-sided, 0.05).</summary>
    C,
}
