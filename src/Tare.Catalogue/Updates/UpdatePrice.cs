using Tare.Records;

namespace Tare.Catalogue;

/// <summary>A price that an update states.</summary>
/// <param name="ReleaseId">Identifier of the release.</param>
/// <param name="Price">The price, with the day from which it was seen.</param>
public sealed record UpdatePrice(string ReleaseId, TokenPrice Price);
