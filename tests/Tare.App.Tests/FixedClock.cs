namespace Tare.App.Tests;

/// <summary>A clock that stands still, so that what expires does so in every run.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
