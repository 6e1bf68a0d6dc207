namespace Tare.Catalogue.Dossiers;

/// <summary>A value of a file with the place where it starts.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal abstract record YamlNode(int Line, int Column);
