namespace Tare.Catalogue.Dossiers;

/// <summary>A list.</summary>
internal sealed record YamlSequence(int Line, int Column, YamlNode[] Entries) : YamlNode(Line, Column);
