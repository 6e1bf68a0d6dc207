using Tare.Analysis;

namespace Tare.Web.Figures;

/// <summary>The sentence that a figure is cited by.</summary>
internal static class Citation
{
    /// <summary>A finding with its evidence and the version that computed it.</summary>
    public static string Of(string finding, FitFinding fit, string version) =>
        $"{finding.TrimEnd('.')}. {Denominator.Of(fit)}; evidence {fit.EvidenceName}, sha256 {Words.Prefix(fit.EvidenceDigest)}; "
        + $"method {fit.Methodology.Name}; Tare {version}.";
}
