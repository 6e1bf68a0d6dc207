namespace Tare.Records;

/// <summary>Where a harness comes from.</summary>
public enum HarnessKind
{
    /// <summary>The source does not name it.</summary>
    Unknown,

    /// <summary>A bare loop with a written specification, the same for every model.</summary>
    Reference,

    /// <summary>The program that the model's developer ships for it.</summary>
    Vendor,

    /// <summary>Anybody else's.</summary>
    ThirdParty,
}
