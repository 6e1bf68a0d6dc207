namespace Tare.Analysis;

/// <summary>What two choices do together beyond what each does alone: the Shapley-Taylor index of order two. Shown beside the parts, never added to them.</summary>
/// <param name="First">The choices of one part.</param>
/// <param name="Second">The choices of another part.</param>
/// <param name="Value">In the unit of the estimand.</param>
public sealed record AttributionInteraction(IReadOnlyList<MethodChoice> First, IReadOnlyList<MethodChoice> Second, double Value);
