namespace Tare.Catalogue;

/// <summary>The files directly in a folder.</summary>
internal sealed class FolderFiles(string folder) : IFileSet
{
    public IReadOnlyCollection<string> Names { get; } =
    [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public Stream? Open(string name) =>
        Names.Contains(name, StringComparer.Ordinal) ? ImportSource.OpenFile(Path.Combine(folder, name)) : null;

    public string Place(string name) => Path.Combine(folder, name);

    public void Dispose() { }
}
