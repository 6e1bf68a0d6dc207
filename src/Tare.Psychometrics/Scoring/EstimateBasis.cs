namespace Tare.Psychometrics;

/// <summary>What an estimate rests on.</summary>
public enum EstimateBasis
{
    /// <summary>The responses (and a prior, if the method has one).</summary>
    Data,

    /// <summary>The prior alone keeps it finite: without it the responses would push it to infinity, or there are none.</summary>
    Prior,

    /// <summary>It was given, not estimated.</summary>
    Fixed,

    /// <summary>It lies on a bound of the parameter: the data ask for more than the bound allows.</summary>
    Bound,
}
