namespace Tare.App.Reporting;

/// <summary>The outcome of a verification.</summary>
/// <param name="Differences">What differs.</param>
/// <param name="FilesCompared">Files that were computed again; 0 where an input could not be read.</param>
/// <param name="Version">The version that wrote the report.</param>
internal sealed record VerificationResult(IReadOnlyList<Difference> Differences, int FilesCompared, string Version)
{
    /// <summary>Whether everything is equal.</summary>
    public bool Equal => Differences.Count == 0;
}
