using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>A stance on its way into or out of a file.</summary>
internal sealed record StanceText(Stance Stance);
