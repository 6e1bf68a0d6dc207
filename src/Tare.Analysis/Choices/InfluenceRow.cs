namespace Tare.Analysis;

/// <summary>The answer without one benchmark, domain or model.</summary>
/// <param name="Kind">What was left out.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scores">Its scores in the fit.</param>
/// <param name="Value">The answer without it; <see langword="null"/> where there is none.</param>
/// <param name="Change">That answer minus the full one.</param>
/// <param name="Reason">Why there is no answer; else <see langword="null"/>.</param>
public sealed record InfluenceRow(InfluenceKind Kind, string Id, string Name, int Scores, double? Value, double? Change, string? Reason);
