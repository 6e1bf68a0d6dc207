namespace Tare.Psychometrics;

/// <summary>Evidence that the chains of a posterior agree, or that they do not.</summary>
/// <param name="Options">How they were run, with the thresholds.</param>
/// <param name="Quantities">The intercept and each standard deviation.</param>
public sealed record PosteriorEvidence(PosteriorOptions Options, IReadOnlyList<QuantityDiagnostics> Quantities)
{
    /// <summary>Whether every quantity passes both thresholds.</summary>
    public bool IsConverged => Quantities.All(q => Passes(q.Diagnostics));

    /// <summary>Largest R-hat.</summary>
    public double WorstRHat => Quantities.Max(q => q.Diagnostics.RHat);

    /// <summary>Smallest bulk or tail effective sample size.</summary>
    public double WorstEss => Quantities.Min(q => Math.Min(q.Diagnostics.BulkEss, q.Diagnostics.TailEss));

    internal bool Passes(ChainDiagnostics d) =>
        d.RHat <= Options.LargestRHat && d.BulkEss >= Options.SmallestEss && d.TailEss >= Options.SmallestEss;
}
