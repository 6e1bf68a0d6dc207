namespace Tare.Psychometrics;

/// <summary>Responses that cannot be read. The message states place, value, expectation and next step; the program ends with exit code 2.</summary>
public sealed class ResponseFormatException : FormatException
{
    /// <summary>An error whose message is complete for the person who reads it.</summary>
    /// <param name="message">Place, value, expectation, next step.</param>
    public ResponseFormatException(string message)
        : base(message) { }

    /// <summary>An error caused by another one.</summary>
    /// <param name="message">Place, value, expectation, next step.</param>
    /// <param name="inner">The cause.</param>
    public ResponseFormatException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>An error without a message of its own; present because every exception type has it.</summary>
    public ResponseFormatException()
        : this("The responses cannot be read.") { }

    internal static ResponseFormatException At(string place, string value, string expectation, string nextStep) =>
        new($"{place}: {value}\n  expected: {expectation}\n  next:     {nextStep}");
}
