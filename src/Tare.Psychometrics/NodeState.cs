namespace Tare.Psychometrics;

/// <summary>What the responses say about a person or an item.</summary>
internal enum NodeState
{
    /// <summary>No response: the parameter keeps its place.</summary>
    Unseen,

    /// <summary>The parameter is estimated.</summary>
    Estimated,

    /// <summary>All responses are 0: the parameter runs to a bound.</summary>
    AllLow,

    /// <summary>All responses are 1: the parameter runs to a bound.</summary>
    AllHigh,
}
