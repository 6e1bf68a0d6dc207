namespace Tare.Harnesses;

/// <summary>The limits of one provider, shared by all that ask it: questions in progress, calls a minute, and the pause that the provider asked for.</summary>
internal sealed class ProviderGate : IDisposable
{
    private readonly SemaphoreSlim _places;
    private readonly TimeSpan _spacing;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public ProviderGate(ModelSettings settings, TimeProvider clock)
    {
        _places = new SemaphoreSlim(settings.Concurrency);
        _spacing = settings.CallsPerMinute is { } rate ? TimeSpan.FromMinutes(1 / rate) : TimeSpan.Zero;
        _clock = clock;
    }

    /// <summary>Waits for a place. It is kept through retries, so that a provider in trouble is asked by fewer.</summary>
    public Task EnterAsync(CancellationToken cancel) => _places.WaitAsync(cancel);

    public void Leave() => _places.Release();

    /// <summary>Waits for the moment of the next call.</summary>
    public async Task TurnAsync(CancellationToken cancel)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            var start = _next > now ? _next : now;
            _next = start + _spacing;
            wait = start - now;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _clock, cancel);
        }
    }

    /// <summary>The provider wants nobody's call for a while.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_lock)
        {
            var until = _clock.GetUtcNow() + time;
            _next = until > _next ? until : _next;
        }
    }

    public void Dispose() => _places.Dispose();
}
