namespace Tare.Web;

/// <summary>One file of a report.</summary>
/// <param name="Path">Path inside the report's folder, with forward slashes.</param>
/// <param name="Content">The bytes; text is UTF-8 without a byte order mark.</param>
public sealed record ReportFile(string Path, byte[] Content);
