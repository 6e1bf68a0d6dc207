namespace Tare.Catalogue.Dossiers;

/// <summary>A mapping with its keys in the order of the file.</summary>
internal sealed record YamlTable(int Line, int Column, IReadOnlyDictionary<string, (YamlText Key, YamlNode Value)> Fields)
    : YamlNode(Line, Column);
