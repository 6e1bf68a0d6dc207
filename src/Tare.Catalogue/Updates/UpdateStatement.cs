using Tare.Records;

namespace Tare.Catalogue;

/// <summary>What an update states of one release.</summary>
/// <param name="ReleaseId">Identifier of the release.</param>
/// <param name="Field">Which fact.</param>
/// <param name="Statement">The value, and who states it.</param>
public sealed record UpdateStatement(string ReleaseId, CatalogueField Field, FactStatement Statement);
