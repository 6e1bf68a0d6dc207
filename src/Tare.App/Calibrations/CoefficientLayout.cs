namespace Tare.App.Calibrations;

/// <summary>How item parameters are laid out in a table.</summary>
internal enum CoefficientLayout
{
    /// <summary>Difficulty, discrimination, guessing.</summary>
    Tare,

    /// <summary>mirt's a1, d, g, u with d = -a b.</summary>
    Mirt,
}
