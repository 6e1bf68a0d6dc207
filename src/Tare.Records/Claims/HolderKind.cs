namespace Tare.Records;

/// <summary>Who a holder is.</summary>
public enum HolderKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>One person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Org,

    /// <summary>A public body.</summary>
    Government,

    /// <summary>A program.</summary>
    System,

    /// <summary>Nobody in particular: a side that a text presupposes.</summary>
    Implied,
}
