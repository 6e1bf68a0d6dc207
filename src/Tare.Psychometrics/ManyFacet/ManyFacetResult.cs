namespace Tare.Psychometrics;

/// <summary>What came of drawing a posterior: a calibration, or the evidence that it must not be printed.</summary>
public abstract record ManyFacetResult
{
    private ManyFacetResult() { }

    /// <summary>The chains agree.</summary>
    /// <param name="Calibration">The numbers, with the evidence.</param>
    public sealed record Converged(ManyFacetCalibration Calibration) : ManyFacetResult;

    /// <summary>The chains do not agree: there are no numbers.</summary>
    /// <param name="Evidence">What was seen.</param>
    /// <param name="Reason">Names the worst quantity, the thresholds and the next step.</param>
    public sealed record NotConverged(PosteriorEvidence Evidence, string Reason) : ManyFacetResult;
}
