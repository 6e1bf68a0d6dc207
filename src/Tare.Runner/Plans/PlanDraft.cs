using Tare.Records;

namespace Tare.Runner;

/// <summary>A plan as a person wrote it: it may name tasks whose items are not drawn yet.</summary>
/// <param name="Plan">The plan; without items where <paramref name="Tasks"/> names them.</param>
/// <param name="Tasks">Packs, items or folders to draw the items from; empty where the plan lists its items.</param>
public sealed record PlanDraft(Plan Plan, IReadOnlyList<string> Tasks);
