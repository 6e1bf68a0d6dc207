namespace Tare.Web;

/// <summary>One bar of a waterfall.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">What was chosen before; empty for a total.</param>
/// <param name="After">What was chosen after.</param>
/// <param name="From">Where the bar starts, in the unit of the estimand.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsTotal">Whether it is an answer, which starts at 0, and not a share.</param>
public sealed record StudyStep(string Name, string Before, string After, double From, double To, bool IsTotal);
