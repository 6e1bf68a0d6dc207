namespace Tare.Psychometrics;

/// <summary>A response family bound to its data, ready to be fitted again under other weights or values.</summary>
/// <remarks>Implementations are immutable and safe to use from several threads; each call owns its workspace.</remarks>
public interface IFamilyFit
{
    /// <summary>The data.</summary>
    ResponseMatrix Data { get; }

    /// <summary>Fits from a fixed start.</summary>
    Calibration Fit();

    /// <summary>Fits again from a given solution, to the same optimality as <see cref="Fit"/>.</summary>
    /// <param name="start">Where to start.</param>
    /// <param name="multiplicity">How often each response counts, 0 to leave it out; empty counts each once. Length: number of responses.</param>
    /// <param name="values">Responses to use instead of the data's, shares in [0, 1]; empty uses the data's. Length: number of responses.</param>
    Calibration Refit(Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values);

    /// <summary>Bootstrap draws, each refitted from <paramref name="start"/>.</summary>
    /// <param name="start">The fit of the data.</param>
    /// <param name="options">Number of draws, stream, threads.</param>
    /// <param name="progress">Told the number of finished draws, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between draws.</param>
    CalibrationDraws Bootstrap(Calibration start, BootstrapOptions options, IProgress<int>? progress, CancellationToken cancel);
}
