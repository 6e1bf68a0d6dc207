namespace Tare.Records;

/// <summary>A checkable fact inside a claim.</summary>
/// <param name="Subject">Slug of what it is about.</param>
/// <param name="Field">Which fact.</param>
/// <param name="Value">The value stated; several members are joined by commas.</param>
public sealed record StatedFact(string Subject, StatedField Field, string Value);
