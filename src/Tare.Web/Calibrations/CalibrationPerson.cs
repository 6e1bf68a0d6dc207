namespace Tare.Web;

/// <summary>A person on the page of a calibration.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Responses">How many responses the person has.</param>
/// <param name="Ability">θ, logits; <see langword="null"/> where it is not identified.</param>
/// <param name="StandardError">Its standard error, logits.</param>
public sealed record CalibrationPerson(string Id, int Responses, double? Ability, double? StandardError);
