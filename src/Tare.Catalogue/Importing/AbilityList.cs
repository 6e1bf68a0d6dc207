namespace Tare.Catalogue;

/// <summary>A table of published abilities, as read.</summary>
/// <param name="Rows">The rows, in the order of the file.</param>
/// <param name="NotKept">What was not used.</param>
/// <param name="File">The file.</param>
public sealed record AbilityList(IReadOnlyList<AbilityEntry> Rows, IReadOnlyList<NotKept> NotKept, InputFile File);
