namespace Tare.Psychometrics;

/// <summary>Convergence of one named quantity.</summary>
/// <param name="Name">For example <c>sd of item x harness</c>.</param>
/// <param name="Diagnostics">R-hat and effective sample sizes.</param>
public sealed record QuantityDiagnostics(string Name, ChainDiagnostics Diagnostics);
