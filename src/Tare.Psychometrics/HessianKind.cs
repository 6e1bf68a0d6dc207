namespace Tare.Psychometrics;

/// <summary>Which second derivatives a step uses.</summary>
internal enum HessianKind
{
    /// <summary>Without the residuals' own curvature: always positive definite, good far from the optimum.</summary>
    GaussNewton,

    /// <summary>All of them: converges quadratically near the optimum.</summary>
    Exact,
}
