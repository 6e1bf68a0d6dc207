namespace Tare.Catalogue.Dossiers;

/// <summary>A scalar; every type is read from its text, so that YAML's own guesses (no, 1e3, dates) never apply.</summary>
internal sealed record YamlText(int Line, int Column, string Value, bool Plain) : YamlNode(Line, Column);
