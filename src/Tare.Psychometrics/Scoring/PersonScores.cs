using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Scores all persons of a matrix on items of which some are known.</summary>
internal static class PersonScores
{
    /// <summary>Persons scored together: enough to keep a thread busy, few enough for progress to move.</summary>
    private const int BlockSize = 64;

    /// <summary>Every person with the number of answers used, in the order of the data. The result does not depend on the threads.</summary>
    /// <param name="data">The responses.</param>
    /// <param name="known">For each item of the data its parameters; <see langword="null"/>: its answers are left out.</param>
    /// <param name="options">The estimator.</param>
    /// <param name="threads">Threads; 0 means one for each processor.</param>
    /// <param name="progress">Told the number of finished persons, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between blocks of persons.</param>
    internal static (CalibratedPerson Person, int Used)[] Of(
        ResponseMatrix data,
        ItemParameters?[] known,
        ScoringOptions options,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        var persons = data.Persons.Count;
        var table = options.Method == ScoringMethod.ExpectedAPosteriori ? null : ScanTable.Of(known, options);
        var blocks = ParallelLoop.Run(
            (persons + BlockSize - 1) / BlockSize,
            persons <= BlockSize ? 1 : threads,
            new WorkspacePool<Workspace>(() => new Workspace(PersonLikelihood.ScanPoints(options))),
            (block, workspace) =>
                Enumerable
                    .Range(block * BlockSize, Math.Min(BlockSize, persons - (block * BlockSize)))
                    .Select(p => One(data, known, p, options, table, workspace))
                    .ToArray(),
            progress is null ? null : new BlockProgress(progress, persons),
            cancel
        );
        return [.. blocks.SelectMany(b => b)];
    }

    private static (CalibratedPerson Person, int Used) One(
        ResponseMatrix data,
        ItemParameters?[] known,
        int person,
        ScoringOptions options,
        ScanTable? table,
        Workspace workspace
    )
    {
        var answers = workspace.Answers;
        answers.Clear();
        var reader = new AnswerReader(data);
        for (var k = data.PersonStart[person]; k < data.PersonStart[person + 1]; k++)
        {
            var place = data.ItemOf[k];
            if (known[place] is { } item)
            {
                var (right, trials) = reader[k];
                answers.Add(new ScoredAnswer(item, right, trials) { Place = place });
            }
        }

        var ability = new PersonLikelihood(answers, table, workspace.Sums).Estimate(options);
        return (new CalibratedPerson(data.Persons[person], ability), answers.Count);
    }

    private sealed class Workspace(int points)
    {
        internal List<ScoredAnswer> Answers { get; } = [];

        internal ScanSums Sums { get; } = new(points);
    }

    private sealed class BlockProgress(IProgress<int> progress, int persons) : IProgress<int>
    {
        public void Report(int value) => progress.Report(Math.Min(persons, value * BlockSize));
    }
}
