namespace Tare.Catalogue;

/// <summary>Files by name, wherever they lie.</summary>
internal interface IFileSet : IDisposable
{
    /// <summary>The names without folders.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Opens a file by its name without folder, or returns <see langword="null"/> where there is none.</summary>
    Stream? Open(string name);

    /// <summary>A file as messages name it.</summary>
    string Place(string name);
}
