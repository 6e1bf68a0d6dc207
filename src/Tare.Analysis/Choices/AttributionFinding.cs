using Tare.Records;

namespace Tare.Analysis;

/// <summary>Why two methodologies differ: the difference as a sum over their choices.</summary>
public sealed record AttributionFinding
{
    /// <summary>The first methodology, overrides applied.</summary>
    public required Methodology A { get; init; }

    /// <summary>The second methodology, overrides applied.</summary>
    public required Methodology B { get; init; }

    /// <summary>What both were asked.</summary>
    public required Estimand Estimand { get; init; }

    /// <summary>The first methodology's answer.</summary>
    public required double ValueOfA { get; init; }

    /// <summary>The second methodology's answer.</summary>
    public required double ValueOfB { get; init; }

    /// <summary>Second minus first, in the unit of the estimand; the parts sum to it.</summary>
    public double Difference => ValueOfB - ValueOfA;

    /// <summary>The shares of the choices that differ, in the order in which choices act, then those that agree, which are exactly 0.</summary>
    public required IReadOnlyList<AttributionPart> Parts { get; init; }

    /// <summary>Interactions of order two between parts that differ, largest first.</summary>
    public required IReadOnlyList<AttributionInteraction> Interactions { get; init; }

    /// <summary>Mixtures without an answer; empty where every choice has a share of its own.</summary>
    public required IReadOnlyList<AttributionRefusal> Refused { get; init; }

    /// <summary>Mixtures of the two that were asked.</summary>
    public required int Mixtures { get; init; }

    /// <summary>Distinct fits behind them.</summary>
    public required int Fits { get; init; }

    /// <summary>Draws behind the standard errors that catch-up tests with; 0 where neither methodology uses it.</summary>
    public required int SignificanceDraws { get; init; }

    /// <summary>The parts in which the two differ.</summary>
    public IEnumerable<AttributionPart> Differing => Parts.Where(p => !string.Equals(p.From, p.To, StringComparison.Ordinal));
}
