namespace Tare.Records;

/// <summary>Whose program drives the model.</summary>
public enum HarnessKind
{
    /// <summary>The plain, neutral program that a benchmark gives everybody.</summary>
    Reference,

    /// <summary>The program of the model's own developer.</summary>
    Vendor,

    /// <summary>Anybody else's.</summary>
    ThirdParty,
}
