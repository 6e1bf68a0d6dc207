namespace Tare.Analysis;

/// <summary>A claim that others made, and how public data test it.</summary>
public sealed record ClaimStudy
{
    /// <summary>Number of the claim in the report.</summary>
    public required int Number { get; init; }

    /// <summary>Name of the study, for the command line.</summary>
    public required string Name { get; init; }

    /// <summary>The claim, in our words.</summary>
    public required string Claim { get; init; }

    /// <summary>What counts as support and as refutation, fixed before the number.</summary>
    public required string Criterion { get; init; }

    /// <summary>What it reads; empty where no public data bear on the claim.</summary>
    public required IReadOnlyList<StudyDataSet> Needs { get; init; }

    /// <summary>What would decide it, or decide it better.</summary>
    public required string Decides { get; init; }
}
