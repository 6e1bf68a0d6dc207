namespace Tare.Costs;

/// <summary>Who trains the final model of a consortium.</summary>
public enum FinalRunRule
{
    /// <summary>Every member pays for a final run of its own.</summary>
    Own = 0,

    /// <summary>The members pay for one final run together.</summary>
    Joint = 1,
}
