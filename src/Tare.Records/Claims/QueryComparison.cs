namespace Tare.Records;

/// <summary>How the answer of a query is compared.</summary>
public enum QueryComparison
{
    /// <summary>At or above the lower bound.</summary>
    AtLeast,

    /// <summary>At or below the upper bound.</summary>
    AtMost,

    /// <summary>From the lower to the upper bound, both included.</summary>
    Between,

    /// <summary>The answer is true.</summary>
    IsTrue,

    /// <summary>The answer is false.</summary>
    IsFalse,
}
