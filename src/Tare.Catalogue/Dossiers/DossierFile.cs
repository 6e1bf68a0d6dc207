using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>A dossier as it stands in a file.</summary>
/// <param name="Name">The file as the person named it.</param>
/// <param name="Dossier">Its content.</param>
/// <param name="Positions">Where each record and field stands.</param>
public sealed record DossierFile(string Name, DossierRecord Dossier, SourceMap Positions);
