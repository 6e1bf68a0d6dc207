namespace Tare.Dossier;

/// <summary>What sort of entry the log of a dossier has.</summary>
public enum DossierEventKind
{
    /// <summary>A claim was stated.</summary>
    ClaimStated,

    /// <summary>A reviewer decided about a claim.</summary>
    StatusDecided,

    /// <summary>The answer of a query changed a verdict.</summary>
    VerdictChanged,

    /// <summary>A version of a topic was made.</summary>
    VersionMade,

    /// <summary>A prediction was issued.</summary>
    PredictionIssued,

    /// <summary>A prediction was judged.</summary>
    PredictionJudged,

    /// <summary>A prediction expired without a judgement.</summary>
    PredictionExpired,
}
