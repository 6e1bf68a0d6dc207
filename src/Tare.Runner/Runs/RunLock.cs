using Tare.Records;
using Tare.Runner.Journals;

namespace Tare.Runner;

/// <summary>Keeps two runners out of one run folder. The system releases it when its holder dies, however it dies.</summary>
internal sealed class RunLock : IDisposable
{
    private const int Tries = 10;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="holder">Who takes it, for the message that another runner gets.</param>
    /// <exception cref="InputException">Another runner holds it.</exception>
    public static RunLock Take(string folder, string holder)
    {
        var taken = new RunLock(Open(folder));
        try
        {
            DurableFile.Write(HolderPath(folder), holder);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Who holds the lock, in words; <see langword="null"/> where nobody does, or where it cannot be seen.</summary>
    /// <param name="folder">The run folder.</param>
    public static string? HolderOf(string folder)
    {
        try
        {
            // Shared with others who ask, and released at once.
            using var asked = new FileStream(LockPath(folder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return null;
        }
        catch (IOException)
        {
            return Written(folder);
        }
    }

    // The file stays: removing it would let a third runner lock a new one beside a waiting second.
    private static FileStream Open(string folder, int tries = Tries)
    {
        var path = LockPath(folder);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (tries > 1 && File.Exists(path))
        {
            // Who only asks for the holder keeps a runner out for a moment.
            Thread.Sleep(s_pause);
            return Open(folder, tries - 1);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new InputException(
                $"{folder}: another runner is at work here ({Written(folder)})\n"
                    + "  expected: one runner a run folder\n"
                    + "  next:     'tare status' shows how far it is; wait for it or stop it, then resume",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DurableFile.Unwritable(path, e);
        }
    }

    private static string Written(string folder) =>
        File.Exists(HolderPath(folder)) ? File.ReadAllText(HolderPath(folder)) : "which has just started";

    private static string LockPath(string folder) => Path.Combine(folder, "lock");

    // Beside the lock, since a locked file cannot be opened to read who holds it.
    private static string HolderPath(string folder) => Path.Combine(folder, "lock.holder");
}
