namespace Tare.Records;

/// <summary>A training platform that supports a release.</summary>
/// <param name="Platform">Name of the platform.</param>
/// <param name="Supports">What it can do, in words.</param>
/// <param name="Seen">Day on which the support was seen; it may have begun earlier. <see langword="null"/> where no day is known.</param>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Note">What else a reader must know, or <see langword="null"/>.</param>
public sealed record PlatformSupport(string Platform, string Supports, DateOnly? Seen, string Source, string? Note)
{
    /// <summary>Days from release to the day on which the support was seen: the most that the lag can be. <see langword="null"/> where either day is unknown.</summary>
    /// <param name="release">Date of the release.</param>
    public int? LagAtMostDays(PartialDate release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return Seen is { } seen && release.Day is { } day ? seen.DayNumber - day.DayNumber : null;
    }
}
