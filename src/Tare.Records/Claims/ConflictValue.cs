namespace Tare.Records;

/// <summary>One of several values that disagree.</summary>
/// <param name="Value">The value.</param>
/// <param name="By">Who gives it: publications by identifier.</param>
public sealed record ConflictValue(string Value, ValueList<string> By);
