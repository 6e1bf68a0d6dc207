using Tare.Records;

namespace Tare.Dossier;

/// <summary>One source on a topic page.</summary>
/// <param name="Number">Its number in this version.</param>
/// <param name="Source">The source, or <see langword="null"/> where the dossier has none of that name.</param>
/// <param name="SourceId">Identifier of the source.</param>
/// <param name="Roots">What it was made from in the end; itself where it is a root.</param>
public sealed record SourceView(int Number, Publication? Source, string SourceId, ValueList<string> Roots);
