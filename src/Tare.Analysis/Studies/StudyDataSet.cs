namespace Tare.Analysis;

/// <summary>What a study reads.</summary>
public enum StudyDataSet
{
    /// <summary>The curated matrix of published scores.</summary>
    Curated,

    /// <summary>CAISI's table of May 2026 and the Elo values printed beside it.</summary>
    CaisiTable,

    /// <summary>Published tables of models by harnesses.</summary>
    HarnessScores,

    /// <summary>Developers' own scores beside those of others.</summary>
    SelfReports,

    /// <summary>Terminal-Bench 2.0 task by task: submissions by tasks, about five attempts each.</summary>
    TerminalBench,

    /// <summary>SWE-bench Verified task by task: submissions by tasks, one attempt each.</summary>
    SweBench,
}
