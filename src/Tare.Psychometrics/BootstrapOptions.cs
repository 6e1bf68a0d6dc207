namespace Tare.Psychometrics;

/// <summary>A bootstrap within persons: each draw resamples every person's responses with replacement; persons are fixed.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Number of draws. Default 1,000.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Name of the random stream; draw k uses replicate k, so that a draw does not depend on the others or on the threads.</summary>
    public string Stream { get; init; } = "bootstrap";

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
