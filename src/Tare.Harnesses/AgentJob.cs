using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Harnesses;

/// <summary>One attempt, as a harness gets it.</summary>
public sealed record AgentJob
{
    /// <summary>The task's instruction, as the model is shown it.</summary>
    public required string Instruction { get; init; }

    /// <summary>What may be spent.</summary>
    public required Budget Budget { get; init; }

    /// <summary>The model.</summary>
    public required IModelClient Model { get; init; }

    /// <summary>How it is asked.</summary>
    public ModelConfiguration Configuration { get; init; } = new();

    /// <summary>Its price, or <see langword="null"/> where unknown. A cost budget needs one.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>Where its commands run, with the task's files in the work folder.</summary>
    public required ISandbox Sandbox { get; init; }

    /// <summary>Measures the budget of elapsed time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
