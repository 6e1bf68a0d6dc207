namespace Tare.Psychometrics;

/// <summary>How a simulated test ended.</summary>
internal sealed record SimulatedOutcome(
    double Truth,
    double? Ability,
    double StoppingBias,
    double Information,
    AdaptiveStop Stop,
    int[] Items
);
