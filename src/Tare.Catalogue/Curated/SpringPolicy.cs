namespace Tare.Catalogue;

/// <summary>How one file of Epoch's spring data becomes scores of one benchmark.</summary>
/// <param name="BenchmarkId">Identifier of the benchmark.</param>
/// <param name="File">Name of the file.</param>
/// <param name="ScoreColumn">The column that holds the score.</param>
/// <param name="Scale">Factor that turns the column into a share.</param>
/// <param name="ChanceLevel">Share right that guessing gives, in [0, 1).</param>
/// <param name="Ceiling">Share right that no model can pass, in (chance, 1].</param>
internal sealed record SpringPolicy(
    string BenchmarkId,
    string File,
    string ScoreColumn,
    double Scale,
    double ChanceLevel,
    double Ceiling = 1
);
