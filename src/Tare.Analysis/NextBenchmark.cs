namespace Tare.Analysis;

/// <summary>A benchmark that has not been run, and what running it would do.</summary>
/// <param name="Id">Identifier of the benchmark.</param>
/// <param name="Name">Name of the benchmark.</param>
/// <param name="Predicted">Expected share at the estimate, in [0, 1].</param>
/// <param name="StandardErrorBefore">Standard error of the value now, points.</param>
/// <param name="StandardErrorAfter">Expected standard error of the value after it, points.</param>
public sealed record NextBenchmark(string Id, string Name, double Predicted, double StandardErrorBefore, double StandardErrorAfter);
