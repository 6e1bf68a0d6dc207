using Tare.Records;

namespace Tare.Harnesses;

/// <summary>What an agent is to do, and with what.</summary>
/// <param name="Instruction">The task's instruction.</param>
/// <param name="Model">The model.</param>
/// <param name="Configuration">How it is asked.</param>
/// <param name="Workplace">Where it works.</param>
/// <param name="Budget">What it may spend.</param>
/// <param name="Price">The model's price, or <see langword="null"/> where unknown; a cost budget needs one.</param>
public sealed record AgentJob(
    string Instruction,
    IModelClient Model,
    ModelConfiguration Configuration,
    IWorkplace Workplace,
    Budget Budget,
    ModelPrice? Price
);
