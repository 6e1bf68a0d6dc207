namespace Tare.Dossier;

/// <summary>What happened to a record or a part of a text.</summary>
public enum ChangeKind
{
    /// <summary>It is as before.</summary>
    Kept,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It differs.</summary>
    Changed,
}
