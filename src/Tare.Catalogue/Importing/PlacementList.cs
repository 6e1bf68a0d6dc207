namespace Tare.Catalogue;

/// <summary>The scores of the one model that is to be placed.</summary>
/// <param name="Name">Name of the file without its ending: what the model is called.</param>
/// <param name="Scores">The scores, in the order of the file.</param>
/// <param name="NotKept">What was not used.</param>
/// <param name="File">The file.</param>
public sealed record PlacementList(string Name, IReadOnlyList<PlacementScore> Scores, IReadOnlyList<NotKept> NotKept, InputFile File);
