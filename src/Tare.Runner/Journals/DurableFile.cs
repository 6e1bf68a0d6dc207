using System.Runtime.InteropServices;
using System.Text;

namespace Tare.Runner.Journals;

/// <summary>Files that are on disk, whole, or not there at all.</summary>
internal static partial class DurableFile
{
    private const int ReadOnlyFolder = 0x10000 | 0x80000;

    /// <summary>Writes a file under another name, flushes it, and gives it its name: a reader sees the old content or the new one.</summary>
    public static void Write(string path, string text)
    {
        var temporary = $"{path}.tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Flushes the names in a folder: without it a power cut can lose a new file whose content is on disk.</summary>
    public static void FlushFolder(string path)
    {
        var descriptor = open(path, ReadOnlyFolder);
        if (descriptor < 0)
        {
            throw Fault(path);
        }

        try
        {
            if (fsync(descriptor) != 0)
            {
                throw Fault(path);
            }
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    private static IOException Fault(string path) => new($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
}
