namespace Tare.Psychometrics;

/// <summary>Whether a person's answers can be judged.</summary>
internal enum PersonScoreKind
{
    Scored,

    /// <summary>Every answer speaks for more ability, or every one for less.</summary>
    Extreme,

    /// <summary>No answer to a calibrated item.</summary>
    NoAnswers,

    /// <summary>The estimate lies too far out to be printed.</summary>
    OutOfReach,
}
