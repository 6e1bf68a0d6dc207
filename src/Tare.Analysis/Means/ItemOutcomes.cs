using Tare.Records;

namespace Tare.Analysis;

/// <summary>One item and what one side made of it.</summary>
/// <param name="Id">The item.</param>
/// <param name="Outcomes">Outcomes of its attempts that ended, in any order; empty where none did.</param>
public sealed record ItemOutcomes(string Id, IReadOnlyList<Outcome> Outcomes);
