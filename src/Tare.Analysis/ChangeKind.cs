namespace Tare.Analysis;

/// <summary>The kinds of single changes that are tried on a headline.</summary>
public enum ChangeKind
{
    /// <summary>One model gets another of its sourced release dates.</summary>
    Date,

    /// <summary>One score is left out.</summary>
    Score,

    /// <summary>One benchmark is left out.</summary>
    Benchmark,
}
