namespace Tare.Analysis;

/// <summary>Delete-one-domain jackknife: how much abilities hang on the choice of domains.</summary>
/// <param name="Domains">The domains, each left out once.</param>
/// <param name="StandardErrors">Standard error in points, by model identifier, relative to the scale's anchor; models that some replicate cannot place are absent.</param>
/// <param name="Replicates">Abilities in points by domain left out, then model identifier.</param>
public sealed record DomainJackknifeFinding(
    IReadOnlyList<string> Domains,
    IReadOnlyDictionary<string, double> StandardErrors,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Replicates
);
