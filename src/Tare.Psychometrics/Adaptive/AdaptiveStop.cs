namespace Tare.Psychometrics;

/// <summary>Why an adaptive test stops, or that it does not.</summary>
public enum AdaptiveStop
{
    /// <summary>It goes on.</summary>
    Continue,

    /// <summary>The standard error is at most the target.</summary>
    TargetReached,

    /// <summary>It has as many items as it may have.</summary>
    MaximumReached,

    /// <summary>Every item of the bank was given.</summary>
    BankExhausted,
}
