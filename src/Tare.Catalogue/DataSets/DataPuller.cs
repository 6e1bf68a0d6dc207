using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Fetches data sets from a mirror folder or from their publishers. What is not complete and checked never appears under its name.</summary>
/// <param name="http">The client for downloads.</param>
/// <param name="clock">The clock for the day of retrieval.</param>
public sealed class DataPuller(HttpClient http, TimeProvider clock)
{
    private const long MaximumBytes = 1L << 28;
    private const int MaximumFiles = 2_000;

    /// <summary>Fetches a data set into <c>{targetFolder}/{id}</c>, in place of an earlier one.</summary>
    /// <param name="id">The data set.</param>
    /// <param name="targetFolder">The folder of data sets.</param>
    /// <param name="mirrorFolder">A folder with <c>{id}/...</c> to copy from instead of the network, or <see langword="null"/>.</param>
    /// <param name="progress">Told about bytes, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops the download; nothing is left behind.</param>
    /// <exception cref="InputException">The data set is unknown, absent, cannot be fetched, or is not what its name promises.</exception>
    public Task<PulledDataSet> PullAsync(
        string id,
        string targetFolder,
        string? mirrorFolder,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancel
    ) => PullAsync(DataSets.Get(id), targetFolder, mirrorFolder, progress, cancel);

    internal async Task<PulledDataSet> PullAsync(
        DataSet set,
        string targetFolder,
        string? mirrorFolder,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(targetFolder);
        var staging = Path.Combine(targetFolder, string.Create(CultureInfo.InvariantCulture, $".{set.Id}.{Environment.ProcessId}.partial"));
        DeleteFolder(staging);
        Directory.CreateDirectory(staging);
        try
        {
            var files = mirrorFolder is null
                ? await DownloadAllAsync(set, staging, progress, cancel)
                : await CopyAllAsync(set, staging, mirrorFolder, progress, cancel);
            CheckHashes(set, files, mirrorFolder);
            CheckFormat(set, staging);
            var origin = mirrorFolder is null
                ? string.Join(" ", set.Files.Select(f => f.Url.ToString()))
                : Path.Combine(mirrorFolder, set.Id);
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var document = new PulledDocument(PulledDataSets.Schema, set.Id, origin, today, files);
            await File.WriteAllTextAsync(
                Path.Combine(staging, PulledDataSets.Record),
                JsonSerializer.Serialize(document, SnapshotJson.Default.PulledDocument),
                cancel
            );
            cancel.ThrowIfCancellationRequested();
            Replace(staging, Path.Combine(targetFolder, set.Id));
            return new PulledDataSet(set.Id, origin, today, files);
        }
        finally
        {
            DeleteFolder(staging);
        }
    }

    private async Task<List<PulledFile>> DownloadAllAsync(
        DataSet set,
        string staging,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancel
    )
    {
        var files = new List<PulledFile>();
        foreach (var file in set.Files)
        {
            files.Add(await DownloadAsync(file, staging, progress, cancel));
        }

        return files;
    }

    private async Task<PulledFile> DownloadAsync(
        DataFile file,
        string staging,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancel
    )
    {
        const string Expected = "the file, as the publisher has it";
        const string Next = "try again later, or name a folder that has it: TARE_DATA_MIRROR=FOLDER tare data pull ...";
        try
        {
            using var response = await http.GetAsync(file.Url, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!response.IsSuccessStatusCode)
            {
                var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
                throw InputException.At(file.Url.ToString(), $"the server answers {status} {response.ReasonPhrase}", Expected, Next);
            }

            await using var body = await response.Content.ReadAsStreamAsync(cancel);
            return await StoreAsync(
                body,
                staging,
                file.Name,
                file.Url.ToString(),
                response.Content.Headers.ContentLength,
                progress,
                cancel
            );
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw InputException.At(file.Url.ToString(), $"the download failed: {e.Message}", Expected, Next);
        }
    }

    private static async Task<List<PulledFile>> CopyAllAsync(
        DataSet set,
        string staging,
        string mirrorFolder,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancel
    )
    {
        var folder = Path.Combine(mirrorFolder, set.Id);
        var names = MirrorNames(set, folder);
        if (names.Count is 0 or > MaximumFiles)
        {
            throw InputException.At(
                folder,
                names.Count == 0 ? "the data set is not in the mirror" : Plural.Of(names.Count, "file"),
                $"{string.Join(", ", set.Files.Select(f => f.Name))}, or the files of it",
                "check the mirror folder, or fetch from the publisher: unset TARE_DATA_MIRROR"
            );
        }

        var files = new List<PulledFile>();
        foreach (var name in names)
        {
            var path = Path.Combine(folder, name);
            await using var stream = ImportSource.OpenFile(path);
            files.Add(await StoreAsync(stream, staging, name, path, stream.Length, progress, cancel));
        }

        return files;
    }

    /// <summary>The listed files; where a moving set is there unpacked, all its tables.</summary>
    private static List<string> MirrorNames(DataSet set, string folder)
    {
        if (set.Files.All(f => File.Exists(Path.Combine(folder, f.Name))))
        {
            return [.. set.Files.Select(f => f.Name)];
        }

        return set.IsDated || !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
    }

    private static async Task<PulledFile> StoreAsync(
        Stream body,
        string staging,
        string name,
        string place,
        long? total,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancel
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(Path.Combine(staging, name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        int count;
        while ((count = await body.ReadAsync(buffer, cancel)) > 0)
        {
            bytes += count;
            if (bytes > MaximumBytes)
            {
                throw InputException.At(
                    place,
                    $"more than {Plural.Of(MaximumBytes, "byte")}",
                    "a table of scores, which is far smaller",
                    "check the address; the publisher may have replaced the file"
                );
            }

            hash.AppendData(buffer, 0, count);
            await target.WriteAsync(buffer.AsMemory(0, count), cancel);
            progress?.Report(new DownloadProgress(name, bytes, total));
        }

        await target.FlushAsync(cancel);
        return new PulledFile(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void CheckHashes(DataSet set, List<PulledFile> files, string? mirrorFolder)
    {
        foreach (var file in files)
        {
            var expected = set.Files.FirstOrDefault(f => f.Name == file.Name)?.Sha256;
            if (expected is null || expected == file.Sha256)
            {
                continue;
            }

            var place = mirrorFolder is null
                ? set.Files.First(f => f.Name == file.Name).Url.ToString()
                : Path.Combine(mirrorFolder, set.Id, file.Name);
            throw InputException.At(
                place,
                $"sha256 {file.Sha256}",
                $"sha256 {expected}: the data set '{set.Id}' is dated and never changes",
                mirrorFolder is null
                    ? "the publisher has replaced the file: 'tare data pull epoch-latest' takes it as it is today"
                    : "put the original file into the mirror"
            );
        }
    }

    private static void CheckFormat(DataSet set, string staging)
    {
        var path = Path.Combine(staging, set.Files[0].Name);
        var source = ImportSource.FromPath(File.Exists(path) ? path : staging);
        if (source.IsZip)
        {
            source.OpenFiles().Dispose();
        }

        if (!EvidenceImporters.Get(set.Format).Recognises(source))
        {
            throw InputException.At(
                $"data set '{set.Id}'",
                $"what came starts with {Quoted.Text(HeaderProbe.FirstLine(source) ?? "bytes that are no text")}",
                EvidenceImporters.Get(set.Format).Description,
                "the address may have moved; report it, and use a mirror meanwhile"
            );
        }
    }

    private static void Replace(string staging, string target)
    {
        var old = staging + ".old";
        DeleteFolder(old);
        if (Directory.Exists(target))
        {
            Directory.Move(target, old);
        }

        Directory.Move(staging, target);
        DeleteFolder(old);
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
