namespace Tare.Harnesses;

/// <summary>How patiently and how often providers are asked. Holds for each provider, not for each model.</summary>
public sealed record ModelSettings
{
    /// <summary>Questions in progress at one provider at once, retries included; at least 1. The default value is 8.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Calls a minute to one provider, evenly spaced; above 0, or <see langword="null"/> for no limit of our own. The default value is <see langword="null"/>.</summary>
    public double? CallsPerMinute { get; init; }

    /// <summary>Calls after the first one for faults that pass; at least 0. The default value is 8.</summary>
    public int Retries { get; init; } = 8;

    /// <summary>Time before the first retry where the provider states none; it doubles with each, with jitter. The default value is 2 s.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest time before a retry where the provider states none. The default value is 60 s.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for one call, its whole answer included. The default value is 10 min.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Time for one question with all of its retries, from when the provider had a place for it. The default value is 30 min.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(30);
}
