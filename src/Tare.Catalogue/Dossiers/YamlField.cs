namespace Tare.Catalogue.Dossiers;

/// <summary>A field of a mapping, with the place of its name.</summary>
internal readonly record struct YamlField(string Name, int Line, int Column, YamlNode Value);
