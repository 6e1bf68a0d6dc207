namespace Tare.Records;

/// <summary>What sort of statement a claim is.</summary>
public enum ClaimKind
{
    /// <summary>Something measured or observed.</summary>
    Finding,

    /// <summary>An objection to how something was measured.</summary>
    MethodCritique,

    /// <summary>How something is.</summary>
    Description,

    /// <summary>How something will be.</summary>
    Forecast,

    /// <summary>What ought to be done.</summary>
    Recommendation,

    /// <summary>A judgement.</summary>
    Opinion,
}
