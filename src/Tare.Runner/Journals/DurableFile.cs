using System.Runtime.InteropServices;
using System.Text;
using Tare.Records;

namespace Tare.Runner.Journals;

/// <summary>Files that are on disk, whole, or not there at all.</summary>
internal static partial class DurableFile
{
    private const int ReadOnlyFolder = 0x10000 | 0x80000;
    private static readonly Lock s_folders = new();

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

    /// <summary>Makes a folder and those above it that are missing; their names are on disk when it returns.</summary>
    /// <exception cref="InputException">The disk does not take it.</exception>
    public static void CreateFolder(string path)
    {
        // One at a time: whoever finds a folder must be able to rely on its name.
        lock (s_folders)
        {
            Create(path);
        }
    }

    /// <summary>Flushes the names in a folder: without it a power cut can lose a new file whose content is on disk.</summary>
    /// <exception cref="InputException">The disk does not take it.</exception>
    public static void FlushFolder(string path) => Flush(path, fsync);

    /// <summary>Flushes everything on the disk on which a folder lies: what others have written below it, in one go.</summary>
    /// <exception cref="InputException">The disk does not take it.</exception>
    public static void FlushDisk(string path) => Flush(path, syncfs);

    private static void Create(string path)
    {
        if (Directory.Exists(path) || Path.GetDirectoryName(path) is not { Length: > 0 } parent)
        {
            return;
        }

        Create(parent);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }

        FlushFolder(parent);
    }

    private static void Flush(string path, Func<int, int> flush)
    {
        var descriptor = open(path, ReadOnlyFolder);
        if (descriptor < 0)
        {
            throw Fault(path);
        }

        try
        {
            if (flush(descriptor) != 0)
            {
                throw Fault(path);
            }
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    private static InputException Fault(string path) => Unwritable(path, new IOException(Marshal.GetLastPInvokeErrorMessage()));

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int syncfs(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
}
