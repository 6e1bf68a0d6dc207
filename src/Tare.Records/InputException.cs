namespace Tare.Records;

/// <summary>Input that cannot be used. The message states place, value, expectation and next step; the program ends with exit code 2.</summary>
public sealed class InputException : Exception
{
    /// <summary>An error whose message is complete for the person who reads it.</summary>
    /// <param name="message">Place, value, expectation, next step.</param>
    public InputException(string message)
        : base(message) { }

    /// <summary>An error caused by another one.</summary>
    /// <param name="message">Place, value, expectation, next step.</param>
    /// <param name="inner">The cause.</param>
    public InputException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>An error built from its four parts, one line each where present.</summary>
    /// <param name="place">File, line and column, or the option, where the value stands.</param>
    /// <param name="value">What was found there.</param>
    /// <param name="expectation">What could have stood there.</param>
    /// <param name="nextStep">What the person can do now.</param>
    public static InputException At(string place, string value, string expectation, string nextStep) =>
        new($"{place}: {value}\n  expected: {expectation}\n  next:     {nextStep}");

    /// <summary>An error without a message of its own; present because every exception type has it.</summary>
    public InputException()
        : this("The input cannot be used.") { }
}
