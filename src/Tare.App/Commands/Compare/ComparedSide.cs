using Tare.Records;

namespace Tare.App.Commands;

/// <summary>One side of a comparison: one model in one harness, from a log or a run.</summary>
/// <param name="Place">The log or run folder.</param>
/// <param name="Model">The model.</param>
/// <param name="Harness">The harness with its version.</param>
/// <param name="Budget">What one attempt could spend.</param>
/// <param name="Items">The items that this side was to try.</param>
/// <param name="Outcomes">Outcomes of the attempts that ended.</param>
internal sealed record ComparedSide(
    string Place,
    string Model,
    string Harness,
    Budget Budget,
    IReadOnlyList<string> Items,
    ILookup<string, Outcome> Outcomes
)
{
    /// <summary>Planned attempts that have not ended.</summary>
    public int NotEnded { get; init; }
}
