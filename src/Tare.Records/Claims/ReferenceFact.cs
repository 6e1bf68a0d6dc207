namespace Tare.Records;

/// <summary>A fact that claims are compared with, and who says so.</summary>
/// <param name="Subject">Slug of what it is about.</param>
/// <param name="Field">Which fact.</param>
/// <param name="Value">The value; several members are joined by commas.</param>
/// <param name="Source">Identifier of the publication.</param>
public sealed record ReferenceFact(string Subject, StatedField Field, string Value, string Source);
