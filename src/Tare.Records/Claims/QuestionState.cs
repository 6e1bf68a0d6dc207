namespace Tare.Records;

/// <summary>Where an open question stands.</summary>
public enum QuestionState
{
    /// <summary>Nobody has answered it.</summary>
    Open,

    /// <summary>It has an answer.</summary>
    Answered,

    /// <summary>It no longer matters.</summary>
    Obsolete,
}
