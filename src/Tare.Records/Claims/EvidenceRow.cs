namespace Tare.Records;

/// <summary>One row of the table behind a piece of evidence.</summary>
/// <param name="Label">What the row is about.</param>
/// <param name="Value">Its figure, in the unit of the evidence.</param>
public sealed record EvidenceRow(string Label, double Value);
