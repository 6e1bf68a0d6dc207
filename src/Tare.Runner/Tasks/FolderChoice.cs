namespace Tare.Runner;

/// <summary>A task folder and the identifier that it gets: the name of the folder around it and its own.</summary>
internal sealed record FolderChoice(string Folder, string Id);
