namespace Tare.Psychometrics;

/// <summary>One imputed score beside the truth.</summary>
internal readonly record struct HoldOutTrial(
    ImputationVariant Variant,
    double Share,
    bool IsKnown,
    double Error,
    double StandardError,
    bool IsHit
);
