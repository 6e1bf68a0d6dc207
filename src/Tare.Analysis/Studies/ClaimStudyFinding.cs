using Tare.Records;

namespace Tare.Analysis;

/// <summary>What a study found.</summary>
public sealed record ClaimStudyFinding
{
    /// <summary>The study.</summary>
    public required ClaimStudy Study { get; init; }

    /// <summary>The verdict by the study's criterion.</summary>
    public required StudyVerdict Verdict { get; init; }

    /// <summary>The answer in one or two sentences, numbers included.</summary>
    public required string Answer { get; init; }

    /// <summary>The number that the criterion looks at; <see langword="null"/> where there is none.</summary>
    public double? Estimate { get; init; }

    /// <summary>Its unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Its interval, which says what it contains, or <see langword="null"/>.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The numbers beside it.</summary>
    public IReadOnlyList<StudyRow> Rows { get; init; } = [];

    /// <summary>What stands behind the numbers: models, items, attempts, draws.</summary>
    public required string Denominator { get; init; }

    /// <summary>What the study cannot say, one sentence each.</summary>
    public required IReadOnlyList<string> Limits { get; init; }
}
