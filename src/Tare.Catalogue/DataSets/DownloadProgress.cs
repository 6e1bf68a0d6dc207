namespace Tare.Catalogue;

/// <summary>How far a download is.</summary>
/// <param name="File">The file.</param>
/// <param name="Bytes">Bytes that have come.</param>
/// <param name="Total">Bytes that will come, or <see langword="null"/> where the server does not say.</param>
public sealed record DownloadProgress(string File, long Bytes, long? Total);
