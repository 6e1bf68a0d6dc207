using System.Security.Cryptography;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>What an import reads: a file, a folder or a ZIP file, with the name that messages use.</summary>
public sealed class ImportSource
{
    private readonly string _path;

    private ImportSource(string path, bool isFolder)
    {
        _path = path;
        IsFolder = isFolder;
        Name = path;
    }

    /// <summary>The path as the person gave it.</summary>
    public string Name { get; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder { get; }

    /// <summary>The last part of the path without its ending: the name of what is imported, unless another is given.</summary>
    public string ShortName => Slug.Of(System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.TrimEndingDirectorySeparator(_path)));

    /// <summary>A file or folder on disk.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputException">Nothing is there.</exception>
    public static ImportSource FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path))
        {
            return new ImportSource(path, isFolder: true);
        }

        return File.Exists(path)
            ? new ImportSource(path, isFolder: false)
            : throw InputException.At(
                path,
                "no such file or folder",
                "a file that exists",
                "check the path; it is relative to the current folder"
            );
    }

    /// <summary>Opens the file; not for a folder.</summary>
    public Stream Open()
    {
        if (IsFolder)
        {
            throw InputException.At(
                Name,
                "a folder",
                "a file",
                "name one file of it, or a format that reads folders: 'tare import --help' lists them"
            );
        }

        return OpenFile(_path);
    }

    /// <summary>The first bytes of the file, at most <paramref name="count"/>; empty for a folder.</summary>
    /// <param name="count">How many are wanted.</param>
    public byte[] Head(int count)
    {
        if (IsFolder)
        {
            return [];
        }

        using var stream = Open();
        var buffer = new byte[count];
        var read = stream.ReadAtLeast(buffer, count, throwOnEndOfStream: false);
        return buffer[..read];
    }

    /// <summary>Whether the file is a ZIP file, by its first bytes.</summary>
    public bool IsZip => Head(4) is [0x50, 0x4B, 0x03, 0x04];

    /// <summary>The file, or the files of the folder, with their hashes, ordered by path.</summary>
    public IReadOnlyList<InputFile> Files()
    {
        if (!IsFolder)
        {
            return [new InputFile(Name, Sha256Of(_path))];
        }

        return
        [
            .. Directory
                .EnumerateFiles(_path, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f => new InputFile(f, Sha256Of(f))),
        ];
    }

    /// <summary>SHA-256 of a file's content.</summary>
    /// <param name="path">The file.</param>
    public static string Sha256Of(string path)
    {
        using var stream = OpenFile(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The files inside: of the folder, of the ZIP file, or the one file itself.</summary>
    internal IFileSet OpenFiles()
    {
        if (IsFolder)
        {
            return new FolderFiles(_path);
        }

        return IsZip
            ? new ZipFiles(OpenFile(_path), Name)
            : throw InputException.At(
                Name,
                "neither a folder nor a ZIP file",
                "Epoch's benchmark_data folder or ZIP file",
                "name one of the two"
            );
    }

    internal static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.At(path, $"cannot be read: {e.Message}", "a file that may be read", "check the path and its permissions");
        }
    }
}
