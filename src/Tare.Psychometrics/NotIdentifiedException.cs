namespace Tare.Psychometrics;

/// <summary>The data cannot tell the parameters: a disconnected design, for example. The program ends with exit code 3.</summary>
public sealed class NotIdentifiedException : Exception
{
    /// <summary>Says what cannot be identified, and what would identify it.</summary>
    /// <param name="message">Complete for the person who reads it.</param>
    public NotIdentifiedException(string message)
        : base(message) { }

    /// <summary>An error caused by another one.</summary>
    /// <param name="message">Complete for the person who reads it.</param>
    /// <param name="inner">The cause.</param>
    public NotIdentifiedException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>An error without a message of its own; present because every exception type has it.</summary>
    public NotIdentifiedException()
        : this("The data cannot identify the parameters.") { }
}
