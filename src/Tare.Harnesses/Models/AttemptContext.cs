using Tare.Records;

namespace Tare.Harnesses;

/// <summary>What a model that plays a part (scripted, simulated) may know of an attempt. A real model sees only its requests.</summary>
/// <param name="Key">Which attempt.</param>
/// <param name="Seed">Name of the run's random streams.</param>
public sealed record AttemptContext(AttemptKey Key, string Seed)
{
    /// <summary>Difficulty that simulated models are held against, logits, or <see langword="null"/> where the task states none.</summary>
    public double? SimulatedDifficulty { get; init; }

    /// <summary>Folder of the task's solution on the host, with its <c>solve.sh</c>, or <see langword="null"/> where the task has none.</summary>
    public string? SolutionFolder { get; init; }
}
