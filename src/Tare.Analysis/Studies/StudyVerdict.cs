namespace Tare.Analysis;

/// <summary>What a study says of its claim, by a criterion that was written down before the number.</summary>
public enum StudyVerdict
{
    /// <summary>The criterion for the claim is met.</summary>
    Supported,

    /// <summary>The criterion against the claim is met.</summary>
    Refuted,

    /// <summary>Neither is met, or no public data bear on it.</summary>
    Undecidable,
}
