using System.IO.Compression;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The files of a ZIP file, read in memory and never unpacked to disk; sizes are bounded while they are read.</summary>
internal sealed class ZipFiles : IFileSet
{
    /// <summary>Most entries.</summary>
    public const int MaximumEntries = 5_000;

    /// <summary>Largest entry, unpacked, in bytes.</summary>
    public const long MaximumEntryBytes = 16L << 20;

    private readonly ZipArchive _archive;
    private readonly string _place;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    public ZipFiles(Stream stream, string place)
    {
        _place = place;
        try
        {
            _archive = new ZipArchive(stream, ZipArchiveMode.Read);
            Index();
        }
        catch (InvalidDataException e)
        {
            stream.Dispose();
            throw InputException.At(place, $"not a complete ZIP file ({e.Message})", "a ZIP file", "download or copy it again");
        }
        catch (InputException)
        {
            stream.Dispose();
            throw;
        }
    }

    public IReadOnlyCollection<string> Names => _entries.Keys;

    public Stream? Open(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        try
        {
            return new BoundedStream(entry.Open(), MaximumEntryBytes, Place(name));
        }
        catch (InvalidDataException e)
        {
            throw InputException.At(Place(name), $"cannot be unpacked ({e.Message})", "an entry stored or deflated", "pack the file again");
        }
    }

    public string Place(string name) => $"{_place}, entry '{_entries[name].FullName}'";

    public void Dispose() => _archive.Dispose();

    private void Index()
    {
        if (_archive.Entries.Count > MaximumEntries)
        {
            throw InputException.At(
                _place,
                Plural.Of(_archive.Entries.Count, "entry").Replace("entrys", "entries", StringComparison.Ordinal),
                $"at most {MaximumEntries.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} entries",
                "check that this is the right file"
            );
        }

        foreach (var entry in _archive.Entries)
        {
            ArchiveNames.RefuseUnsafe(_place, entry.FullName);
            var parts = entry.FullName.Split('/', '\\');
            var name = parts[^1];
            var hidden = parts.Contains("__MACOSX", StringComparer.Ordinal) || name.StartsWith('.');
            if (name.Length > 0 && !hidden && !_entries.TryAdd(name, entry))
            {
                throw InputException.At(
                    _place,
                    $"two entries named '{name}': '{_entries[name].FullName}' and '{entry.FullName}'",
                    "every file name once",
                    "pack the folder again without the second"
                );
            }
        }
    }
}
