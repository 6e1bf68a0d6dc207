namespace Tare.Sandboxes;

/// <summary>A sandbox that cannot be opened or used as asked. The message states place, value, expectation and next step.</summary>
public sealed class SandboxException : Exception
{
    internal SandboxException(string place, string value, string expectation, string nextStep, IReadOnlyList<Guarantee>? missing = null)
        : base($"{place}: {value}\n  expected: {expectation}\n  next:     {nextStep}")
    {
        Missing = missing ?? [];
    }

    /// <summary>An error whose message is complete for the person who reads it.</summary>
    /// <param name="message">Place, value, expectation, next step.</param>
    public SandboxException(string message)
        : base(message) { }

    /// <summary>An error caused by another one.</summary>
    /// <param name="message">Place, value, expectation, next step.</param>
    /// <param name="inner">The cause.</param>
    public SandboxException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>An error without a message of its own; present because every exception type has it.</summary>
    public SandboxException()
        : this("The sandbox cannot be used.") { }

    /// <summary>The guarantees that this host cannot give; empty when something else is wrong.</summary>
    public IReadOnlyList<Guarantee> Missing { get; } = [];
}
