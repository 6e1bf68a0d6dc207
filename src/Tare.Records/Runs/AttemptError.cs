namespace Tare.Records;

/// <summary>Something that went wrong in an attempt. An attempt can carry an error and a score.</summary>
/// <param name="Cause">Whose doing it is.</param>
/// <param name="Message">What happened, in one line, without secrets.</param>
public sealed record AttemptError(MissingCause Cause, string Message);
