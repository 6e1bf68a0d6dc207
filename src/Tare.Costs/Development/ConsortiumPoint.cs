namespace Tare.Costs;

/// <summary>One point of the curve over the number of members.</summary>
/// <param name="Members">n.</param>
/// <param name="OwnFinalRun">Cost of a member relative to alone where each trains its own final model.</param>
/// <param name="JointFinalRun">The same where the final run is joint.</param>
public sealed record ConsortiumPoint(int Members, RatioRange OwnFinalRun, RatioRange JointFinalRun);
