using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A model gave no answer that can be used.</summary>
public sealed class ModelFaultException : Exception
{
    /// <summary>A fault with its cause.</summary>
    /// <param name="error">Whose doing it is, and what happened, without secrets.</param>
    /// <param name="inner">What the provider's library threw, or <see langword="null"/>.</param>
    public ModelFaultException(AttemptError error, Exception? inner = null)
        : base(error?.Message, inner) => Error = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>A provider's fault.</summary>
    /// <param name="message">What happened, without secrets.</param>
    public ModelFaultException(string message)
        : this(new AttemptError(MissingCause.Provider, message)) { }

    /// <summary>A provider's fault.</summary>
    /// <param name="message">What happened, without secrets.</param>
    /// <param name="inner">What the provider's library threw.</param>
    public ModelFaultException(string message, Exception inner)
        : this(new AttemptError(MissingCause.Provider, message), inner) { }

    /// <summary>A provider's fault without words of its own; present because every exception type has it.</summary>
    public ModelFaultException()
        : this("The provider gave no answer.") { }

    /// <summary>Whose doing it is, and what happened.</summary>
    public AttemptError Error { get; }
}
