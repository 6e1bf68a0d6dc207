using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Every quantity of a gap in every draw: rows are draws, columns quantities; NaN where a draw gives no number.</summary>
internal sealed class GapDraws
{
    /// <summary>Column of the vertical gap; the columns before it are the definitions in their order.</summary>
    internal const int Vertical = 6;

    /// <summary>Column of the vertical gap's daily mean.</summary>
    internal const int VerticalMean = 7;

    /// <summary>Column of the difference of slopes, points a year.</summary>
    internal const int SlopeDifference = 8;

    /// <summary>Column of the first listed follower's lag.</summary>
    internal const int FirstModel = 9;

    private const double DaysPerYear = 365.25;

    private readonly double[][] _rows;

    private GapDraws(double[][] rows)
    {
        _rows = rows;
    }

    /// <summary>Computes every quantity in every draw; the result does not depend on the number of threads.</summary>
    internal static GapDraws Of(AbilityTable table, GapProblem problem, int threads, CancellationToken cancel)
    {
        var listed = problem.FollowerRow.Length - problem.FirstListed;
        var firstListed = problem.FirstListed;
        var rows = ParallelLoop.Run(
            table.Draws.Length,
            threads,
            new WorkspacePool<GapWorkspace>(() => new GapWorkspace(problem)),
            (draw, work) =>
            {
                var row = new double[FirstModel + listed];
                work.Load(table.Draws[draw]);
                for (var definition = 0; definition < Vertical; definition++)
                {
                    row[definition] = GapAnalysis.Lag((LagDefinition)definition, problem, work).Months;
                }

                row[Vertical] = work.Vertical();
                row[VerticalMean] = work.VerticalMean();
                var (leader, follower) = work.Slopes();
                row[SlopeDifference] = (leader - follower) * DaysPerYear;
                for (var k = 0; k < listed; k++)
                {
                    row[FirstModel + k] = work.FirstCrossing(firstListed + k);
                }

                return row;
            },
            progress: null,
            cancel
        );
        return new GapDraws(rows);
    }

    /// <summary>One quantity over the draws; empty without draws.</summary>
    internal double[] Column(int column) => Array.ConvertAll(_rows, r => r[column]);
}
