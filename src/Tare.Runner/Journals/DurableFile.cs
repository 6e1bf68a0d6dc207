using System.Runtime.InteropServices;
using System.Text;
using Tare.Records;

namespace Tare.Runner.Journals;

/// <summary>Files that are on disk, whole, or not there at all.</summary>
internal static partial class DurableFile
{
    private const int ReadOnlyFolder = 0x10000 | 0x80000;

    /// <summary>Writes a file under another name, flushes it, and gives it its name: a reader sees the old content or the new one.</summary>
    /// <exception cref="InputException">The disk does not take it.</exception>
    public static void Write(string path, string text)
    {
        var temporary = $"{path}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    /// <summary>What a person is told when the disk does not take a file of the run.</summary>
    public static InputException Unwritable(string path, Exception cause) =>
        new(
            $"{path}: cannot be written ({cause.Message.ReplaceLineEndings(" ")})\n"
                + "  expected: a disk with free space that takes writes\n"
                + "  next:     free some space, then 'tare resume' the run: nothing that had ended is lost",
            cause
        );

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
