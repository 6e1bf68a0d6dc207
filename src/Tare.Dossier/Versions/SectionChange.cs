using Tare.Records;

namespace Tare.Dossier;

/// <summary>A section whose words differ.</summary>
/// <param name="Section"><c>what</c>, <c>why</c> or <c>narrative</c>.</param>
/// <param name="Parts">The words in order; kept and added give the later text, kept and removed the earlier.</param>
public sealed record SectionChange(string Section, ValueList<TextPart> Parts);
