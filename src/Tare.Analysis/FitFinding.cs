using Tare.Records;

namespace Tare.Analysis;

/// <summary>What a methodology's fit says of an evidence.</summary>
public sealed record FitFinding
{
    /// <summary>The methodology, overrides applied.</summary>
    public required Methodology Methodology { get; init; }

    /// <summary>Name of the evidence.</summary>
    public required string EvidenceName { get; init; }

    /// <summary>Digest of the evidence.</summary>
    public required string EvidenceDigest { get; init; }

    /// <summary>Abilities on the methodology's scale.</summary>
    public required AbilityTable Abilities { get; init; }

    /// <summary>Benchmarks on the same scale.</summary>
    public required IReadOnlyList<ItemRow> Items { get; init; }

    /// <summary>Scores that the fit used.</summary>
    public required int ScoreCount { get; init; }

    /// <summary>What was left out or clipped, with counts.</summary>
    public required IReadOnlyList<Exclusion> Exclusions { get; init; }

    /// <summary>Value of the objective at the solution.</summary>
    public required double Objective { get; init; }

    /// <summary>Largest component of the projected gradient.</summary>
    public required double GradientMaxNorm { get; init; }

    /// <summary>Whether the tolerance was reached.</summary>
    public required bool Converged { get; init; }

    /// <summary>Steps taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>Parameters on a bound of the box, by name.</summary>
    public required IReadOnlyList<string> AtBound { get; init; }

    /// <summary>Draws that did not converge; they are kept.</summary>
    public int DrawsNotConverged { get; init; }

    /// <summary>Points for one logit, and the point of logit 0: points = Origin + PointsPerLogit x logit.</summary>
    public required double PointsPerLogit { get; init; }

    /// <summary>The point of logit 0.</summary>
    public required double Origin { get; init; }

    /// <summary>Delete-one-domain jackknife of the abilities, or <see langword="null"/> where benchmarks have no domains.</summary>
    public DomainJackknifeFinding? DomainJackknife { get; init; }

    /// <summary>What is needed to fit again; <see langword="null"/> for a finding that was read and not computed.</summary>
    internal FitHandle? Handle { get; init; }
}
