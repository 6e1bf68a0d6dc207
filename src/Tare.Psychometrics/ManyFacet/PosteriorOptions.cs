namespace Tare.Psychometrics;

/// <summary>How the posterior is drawn and when it is refused.</summary>
public sealed record PosteriorOptions
{
    /// <summary>Chains, each from its own scattered start; at least 2. Default 4.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>Cycles of each chain that are thrown away. Default 300.</summary>
    public int Warmup { get; init; } = 300;

    /// <summary>Draws kept of each chain, at least 100. Default 1,500.</summary>
    public int Draws { get; init; } = 1500;

    /// <summary>Cycles for each kept draw, positive. Default 1.</summary>
    public int Thinning { get; init; } = 1;

    /// <summary>Largest rank-normalised split R-hat at which numbers are given. Default 1.01 (Vehtari et al. 2021, section 4).</summary>
    public double LargestRHat { get; init; } = 1.01;

    /// <summary>Smallest bulk or tail effective sample size at which numbers are given. Default 400 (Vehtari et al. 2021, section 4).</summary>
    public double SmallestEss { get; init; } = 400;

    /// <summary>Name of the random streams; chain c uses <c>name/chain</c>, replicate c.</summary>
    public string Stream { get; init; } = "many-facet";

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
