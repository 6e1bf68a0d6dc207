using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A model gave no answer that can be used.</summary>
public sealed class ModelFaultException : Exception
{
    /// <summary>One with its cause.</summary>
    /// <param name="error">Whose doing it is, and what happened; without keys.</param>
    /// <param name="inner">What was thrown below, or <see langword="null"/>.</param>
    public ModelFaultException(AttemptError error, Exception? inner = null)
        : base(error?.Message, inner)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Whose doing it is, and what happened.</summary>
    public AttemptError Error { get; }

    /// <summary>Whether the conversation no longer fits the model's context.</summary>
    public bool ContextIsFull { get; init; }
}
