namespace Tare.Catalogue;

/// <summary>What was read from Inspect's logs, and what was not.</summary>
/// <param name="Logs">The logs, by file name.</param>
/// <param name="NotKept">What was left out or changed, with counts.</param>
public sealed record InspectRead(IReadOnlyList<InspectLog> Logs, IReadOnlyList<NotKept> NotKept);
