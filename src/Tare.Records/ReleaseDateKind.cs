namespace Tare.Records;

/// <summary>What a source's date refers to.</summary>
public enum ReleaseDateKind
{
    /// <summary>The source lists a date without saying what happened on it.</summary>
    Listed,

    /// <summary>The model was announced; nobody outside could use it yet.</summary>
    Announcement,

    /// <summary>The model could be used, through an interface or as weights.</summary>
    Release,
}
