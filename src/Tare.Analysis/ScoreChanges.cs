using System.Globalization;
using Tare.Numerics;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Every score left out, by warm refit; then the smallest move of one score that flips the headline.</summary>
internal sealed class ScoreChanges
{
    /// <summary>Halvings of a path: the move is known to 1/4096 of it.</summary>
    private const int Halvings = 12;

    private readonly FitHandle _handle;
    private readonly FitFinding _fit;
    private readonly HeadlineQuestion _question;
    private readonly ResponseCurve _curve;
    private readonly Dictionary<string, string> _benchmarkNames;

    private ScoreChanges(Evidence evidence, FitFinding fit, HeadlineQuestion question)
    {
        _handle = fit.Handle!;
        _fit = fit;
        _question = question;
        _curve = ResponseCurve.Of(fit.Methodology);
        _benchmarkNames = evidence.Benchmarks.ToDictionary(b => b.Id, b => b.Name, StringComparer.Ordinal);
    }

    /// <summary>A thread's arrays.</summary>
    private sealed record Workspace(GapWorkspace Gap, double[] Multiplicity, double[] Values);

    /// <summary>A score left out: the value that the rest predicts, and the headline then.</summary>
    private sealed record LeftOut(int Response, double Predicted, Headline Headline);

    internal static TriedChanges Of(
        Evidence evidence,
        FitFinding fit,
        HeadlineQuestion question,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        var search = new ScoreChanges(evidence, fit, question);
        var data = search._handle.Family.Data;
        var pool = new WorkspacePool<Workspace>(() =>
        {
            var multiplicity = new double[data.Count];
            Array.Fill(multiplicity, 1);
            return new Workspace(new GapWorkspace(question.Question.Problem), multiplicity, data.Value.ToArray());
        });
        var results = ParallelLoop.Run(data.Count, threads, pool, search.LeaveOut, progress, cancel);
        var known = results.Where(r => r.Found is not null).Select(r => r.Found!).ToList();
        var changes = known.ConvertAll(search.Change);
        return new TriedChanges(
            ChangeKind.Score,
            changes,
            search.SmallestMove([.. known.Where(k => question.IsFlipped(k.Headline))], threads, pool, cancel),
            [.. results.Select(r => r.Reason).OfType<string>()]
        );
    }

    private (LeftOut? Found, string? Reason) LeaveOut(int response, Workspace work)
    {
        var data = _handle.Family.Data;
        work.Multiplicity[response] = 0;
        try
        {
            var solution = _handle.Family.Refit(_handle.Solution, work.Multiplicity, []);
            var (person, item) = (data.PersonOf[response], data.ItemOf[response]);
            var predicted = _curve.At(solution.Abilities[person], solution.Difficulties[item], solution.Discriminations[item]).Share;
            return (new LeftOut(response, predicted, HeadlineOf(solution, work)), null);
        }
        catch (NotIdentifiedException reason)
        {
            return (null, $"{Name(response)} left out: {reason.Message}");
        }
        finally
        {
            work.Multiplicity[response] = 1;
        }
    }

    private Headline HeadlineOf(Calibration solution, Workspace work)
    {
        var scale = PointScale.From(_fit.Methodology.Scale, _handle.Anchors, solution.Abilities);
        return _question.Answer(_question.Question, work.Gap, [.. solution.Abilities.Select(scale.Points)]);
    }

    private Headline MovedTo(LeftOut score, double share, Workspace work)
    {
        var before = work.Values[score.Response];
        work.Values[score.Response] = before + (share * (score.Predicted - before));
        var solution = _handle.Family.Refit(_handle.Solution, [], work.Values);
        work.Values[score.Response] = before;
        return HeadlineOf(solution, work);
    }

    /// <summary>The smallest move that flips, over all scores that flip when left out.</summary>
    /// <remarks>The shortest full path is halved first; of the others only those that flip within that length can be smaller.</remarks>
    private HeadlineChange? SmallestMove(List<LeftOut> flipping, int threads, WorkspacePool<Workspace> pool, CancellationToken cancel)
    {
        if (flipping.Count == 0)
        {
            return null;
        }

        var ordered = flipping.OrderBy(PathLength).ThenBy(f => f.Response).ToList();
        var first = pool.Rent();
        var bound = Halve(ordered[0], 1, first);
        pool.Return(first);
        var moves = ParallelLoop.Run(
            ordered.Count - 1,
            threads,
            pool,
            (k, work) =>
            {
                var score = ordered[k + 1];
                var share = Math.Min(1, bound.Size / 100 / PathLength(score));
                var isSmaller = _question.IsFlipped(MovedTo(score, share, work));
                return isSmaller ? Halve(score, share, work) : null;
            },
            progress: null,
            cancel
        );
        return moves.Append(bound).OfType<HeadlineChange>().OrderBy(c => c.Size).ThenBy(c => c.Description, StringComparer.Ordinal).First();
    }

    /// <summary>Halves a path that flips at a share of it; finds one place where the headline flips.</summary>
    private HeadlineChange Halve(LeftOut score, double flipping, Workspace work)
    {
        var (low, high) = (0.0, flipping);
        var headline = MovedTo(score, high, work);
        for (var k = 0; k < Halvings; k++)
        {
            var middle = (low + high) / 2;
            var there = MovedTo(score, middle, work);
            if (_question.IsFlipped(there))
            {
                (high, headline) = (middle, there);
            }
            else
            {
                low = middle;
            }
        }

        var before = _handle.Family.Data.Value[score.Response];
        var after = before + (high * (score.Predicted - before));
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(score.Response)}: {100 * before:F1} % becomes {100 * after:F1} % (the rest of the data predicts {100 * score.Predicted:F1} %)"
        );
        return _question.Change(ChangeKind.Score, description, 100 * Math.Abs(after - before), "percentage points", headline);
    }

    private HeadlineChange Change(LeftOut score)
    {
        var before = _handle.Family.Data.Value[score.Response];
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(score.Response)} left out: {100 * before:F1} %, where the rest of the data predicts {100 * score.Predicted:F1} %"
        );
        return _question.Change(ChangeKind.Score, description, 100 * PathLength(score), "percentage points", score.Headline);
    }

    private double PathLength(LeftOut score) => Math.Abs(score.Predicted - _handle.Family.Data.Value[score.Response]);

    private string Name(int response)
    {
        var data = _handle.Family.Data;
        return $"{_question.NameOf(data.Persons[data.PersonOf[response]])} on {_benchmarkNames[data.Items[data.ItemOf[response]]]}";
    }
}
