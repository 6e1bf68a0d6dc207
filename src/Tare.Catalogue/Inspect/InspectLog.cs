using Tare.Records;

namespace Tare.Catalogue;

/// <summary>One log of Inspect: one task, one model, one harness.</summary>
public sealed record InspectLog
{
    /// <summary>The file, as messages name it.</summary>
    public required string Place { get; init; }

    /// <summary>The task's name, for example <c>inspect_evals/arc_easy</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The model's name with its provider, for example <c>anthropic/claude-sonnet-4-0</c>.</summary>
    public required string Model { get; init; }

    /// <summary>The harness, from solver and packages.</summary>
    public required Harness Harness { get; init; }

    /// <summary>When it was started, as the log writes it.</summary>
    public required string Created { get; init; }

    /// <summary>The log's word for how it ended: <c>success</c>, <c>error</c>, <c>cancelled</c>, <c>started</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Whether the log was never finished and is read from its own journal.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Attempts at each sample.</summary>
    public required int Epochs { get; init; }

    /// <summary>The limits of one sample.</summary>
    public required Budget Budget { get; init; }

    /// <summary>Samples, each in each epoch, that the log says it was to run, or <see langword="null"/> where it does not.</summary>
    public required int? Planned { get; init; }

    /// <summary>Samples, each in each epoch, that the log says it completed, or <see langword="null"/> where it does not.</summary>
    public required int? Completed { get; init; }

    /// <summary>What the log states of each scorer, in its order.</summary>
    public required IReadOnlyList<InspectScore> Stated { get; init; }

    /// <summary>The samples in the file, by identifier and epoch.</summary>
    public required IReadOnlyList<InspectSample> Samples { get; init; }

    /// <summary>The scorers of the samples, the stated ones first.</summary>
    public IReadOnlyList<string> Scorers =>
        [
            .. Stated
                .Select(s => s.Name)
                .Concat(Samples.SelectMany(s => s.Scores.Keys).Order(StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
}
