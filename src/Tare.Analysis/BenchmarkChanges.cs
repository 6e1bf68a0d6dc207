using Tare.Numerics;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Every benchmark left out: the methodology with that benchmark excluded, fitted anew. The size is the number of its scores.</summary>
internal static class BenchmarkChanges
{
    internal static TriedChanges Of(Evidence evidence, FitFinding fit, HeadlineQuestion question, int threads, CancellationToken cancel)
    {
        var results = ParallelLoop.Run(
            fit.Items.Count,
            threads,
            new WorkspacePool<object>(() => new object()),
            (k, _) => Tried(evidence, fit, question, fit.Items[k]),
            progress: null,
            cancel
        );
        return TriedChanges.From(
            ChangeKind.Benchmark,
            [.. results.Select(r => r.Change).OfType<HeadlineChange>()],
            [.. results.Select(r => r.Reason).OfType<string>()]
        );
    }

    /// <summary>The headline under another methodology, fitted from the fixed start.</summary>
    /// <exception cref="InputException">An anchor or a group is missing.</exception>
    /// <exception cref="NotIdentifiedException">The design falls apart.</exception>
    internal static Headline Refitted(Evidence evidence, Methodology methodology, HeadlineQuestion question)
    {
        var built = ResponseMatrixBuilder.Build(evidence, methodology);
        var handle = MethodologyFit.Fitted(evidence, methodology, built);
        var rows = question.Table.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var persons = built.Matrix.Persons;
        var table = question.Table with
        {
            Rows = [.. persons.Select((id, k) => rows[id] with { Value = handle.Scale.Points(handle.Solution.Abilities[k]) })],
        };
        var asked = question.Ask(table);
        return question.Answer(asked, new GapWorkspace(asked.Problem), [.. table.Rows.Select(r => r.Value)]);
    }

    private static (HeadlineChange? Change, string? Reason) Tried(
        Evidence evidence,
        FitFinding fit,
        HeadlineQuestion question,
        ItemRow item
    )
    {
        var description = $"{item.Name} left out ({item.Observations} scores)";
        var pinned = fit.Methodology.PinnedBenchmark;
        var methodology = fit.Methodology with
        {
            ExcludeBenchmarks = [.. fit.Methodology.ExcludeBenchmarks, item.Id],
            PinnedBenchmark = string.Equals(pinned, item.Id, StringComparison.Ordinal) ? null : pinned,
        };
        try
        {
            var headline = Refitted(evidence, methodology, question);
            return (question.Change(ChangeKind.Benchmark, description, item.Observations, "scores", headline), null);
        }
        catch (Exception reason) when (reason is InputException or NotIdentifiedException)
        {
            return (null, $"{description}: {reason.Message}");
        }
    }
}
