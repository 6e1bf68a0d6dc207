namespace Tare.Records;

/// <summary>One cell of a published table of models by harnesses.</summary>
/// <param name="Study">Identifier of the source.</param>
/// <param name="Model">The model, in the source's words.</param>
/// <param name="Harness">The harness, in the source's words.</param>
/// <param name="Share">Share of the tasks solved, in [0, 1].</param>
/// <param name="Tasks">Tasks behind the share.</param>
public sealed record HarnessScore(string Study, string Model, string Harness, double Share, int Tasks);
