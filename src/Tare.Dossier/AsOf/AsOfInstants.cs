namespace Tare.Dossier;

/// <summary>A point on each of the two clocks.</summary>
/// <param name="Asserted">What had been said or had happened by then; <see langword="null"/> sets no bound.</param>
/// <param name="Recorded">What the dossier knew by then; <see langword="null"/> sets no bound.</param>
public sealed record AsOfInstants(DateTimeOffset? Asserted = null, DateTimeOffset? Recorded = null);
