namespace Tare.Records;

/// <summary>Who set the criterion that would make a prediction false.</summary>
public enum CriteriaOrigin
{
    /// <summary>Whoever made the prediction.</summary>
    Issuer,

    /// <summary>This dossier, since the issuer set none that could be judged.</summary>
    Dossier,
}
