using Tare.Analysis;

namespace Tare.Web;

/// <summary>One figure of a report: a question, its answer, and everything that is needed to check and to cite it.</summary>
public sealed record Figure
{
    /// <summary>Identifier: the permalink on the page and the name of its files.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The question that it answers.</summary>
    public required string Question { get; init; }

    /// <summary>The answer in one sentence; it is also what a chart says to those who do not see it.</summary>
    public required string Finding { get; init; }

    /// <summary>The charts; empty where a table says it better.</summary>
    public IReadOnlyList<FigureChart> Charts { get; init; } = [];

    /// <summary>Columns of the data.</summary>
    public required IReadOnlyList<FigureColumn> Columns { get; init; }

    /// <summary>The data, one cell for each column.</summary>
    public required IReadOnlyList<IReadOnlyList<FigureCell>> Rows { get; init; }

    /// <summary>One sentence to cite it by: number, interval, level, evidence, version.</summary>
    public required string Cite { get; init; }

    /// <summary>What the intervals contain, and what they do not.</summary>
    public required string IntervalContains { get; init; }

    /// <summary>The evidence behind it, counted.</summary>
    public required Denominator Denominator { get; init; }

    /// <summary>What stands behind it where that is no evidence of scores; <see langword="null"/> where <see cref="Denominator"/> says it.</summary>
    public string? RestsOn { get; init; }

    /// <summary>How to read it: one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The fits that it rests on: methodology, exclusions and convergence answer "why this number".</summary>
    public required IReadOnlyList<FitFinding> Fits { get; init; }

    /// <summary>The answer to "why this number" where the figure rests on none of <see cref="Fits"/>: one sentence each.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>Identifier of the column that holds the row headings.</summary>
    public string RowHeader { get; init; } = "model";
}
