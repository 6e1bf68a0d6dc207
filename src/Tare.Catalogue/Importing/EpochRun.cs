namespace Tare.Catalogue;

/// <summary>The best run of a model group on a benchmark so far.</summary>
/// <param name="Share">Share right after chance correction.</param>
/// <param name="Where">File and line of the run.</param>
/// <param name="Harness">Identifier of the harness that the file names, or <c>unknown</c>.</param>
internal sealed record EpochRun(double Share, string Where, string Harness);
