using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>What studies read. The data sets task by task are large and not embedded; a study that needs one that is absent says so.</summary>
public sealed record StudyData
{
    /// <summary>The curated matrix.</summary>
    public required Evidence Curated { get; init; }

    /// <summary>CAISI's table.</summary>
    public required Evidence CaisiTable { get; init; }

    /// <summary>The Elo values that CAISI printed, by model identifier: value and half width at 95 %.</summary>
    public required IReadOnlyDictionary<string, (double Value, double HalfWidth95)> PrintedElo { get; init; }

    /// <summary>The methodology <c>eci</c>.</summary>
    public required Methodology Eci { get; init; }

    /// <summary>The methodology <c>caisi-2026</c>.</summary>
    public required Methodology Caisi { get; init; }

    /// <summary>Published tables of models by harnesses.</summary>
    public required IReadOnlyList<HarnessScore> HarnessScores { get; init; }

    /// <summary>Developers' own scores beside those of others.</summary>
    public required IReadOnlyList<SelfReport> SelfReports { get; init; }

    /// <summary>Who stands behind the rows of <see cref="TerminalBench"/>.</summary>
    public required IReadOnlyList<Submission> Submissions { get; init; }

    /// <summary>Terminal-Bench 2.0 task by task: persons are submissions; or <see langword="null"/>.</summary>
    public ResponseMatrix? TerminalBench { get; init; }

    /// <summary>SWE-bench Verified task by task: persons are submissions; or <see langword="null"/>.</summary>
    public ResponseMatrix? SweBench { get; init; }

    /// <summary>Bootstrap draws behind intervals on published scores. Default 400.</summary>
    public int Draws { get; init; } = 400;

    /// <summary>Persons held out from each data set by the imputation study; 0 for all. Default 40.</summary>
    public int HeldOutPersons { get; init; } = 40;

    /// <summary>Simulated tables behind a probability. Default 4,000.</summary>
    public int Simulations { get; init; } = 4000;
}
