using System.Globalization;
using System.Text;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>A folder of its own for a test, and complaints as texts without that folder's name.</summary>
public sealed class Workbench : IDisposable
{
    private static int s_count;

    public string Folder { get; } =
        Directory
            .CreateDirectory(
                Path.Combine(
                    Path.GetTempPath(),
                    string.Create(CultureInfo.InvariantCulture, $"tare-test-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}")
                )
            )
            .FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public ImportSource Source(string name, string text) => ImportSource.FromPath(Write(name, text));

    /// <summary>The complaint about an action, which must be one for people: three parts, no trace of code.</summary>
    public string Complaint(Action action)
    {
        var message = Should.Throw<InputException>(action).Message;
        message.ShouldContain("\n  expected: ");
        message.ShouldContain("\n  next:     ");
        message.ShouldNotContain("   at ");
        message.ShouldNotContain("Exception");
        return message.Replace(Folder, "{folder}", StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
