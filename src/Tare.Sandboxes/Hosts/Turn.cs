namespace Tare.Sandboxes.Hosts;

/// <summary>One command at a time in a sandbox.</summary>
internal sealed class Turn : IDisposable
{
    private int _taken;

    /// <summary>Takes the turn until it is disposed, or refuses.</summary>
    internal Turn Take() =>
        Interlocked.Exchange(ref _taken, 1) == 0
            ? this
            : throw new SandboxException(
                "sandbox",
                "a command runs in it",
                "one command after another",
                "wait for it, or open a second sandbox"
            );

    public void Dispose() => _taken = 0;
}
