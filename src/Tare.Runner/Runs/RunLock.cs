using Tare.Records;
using Tare.Runner.Journals;

namespace Tare.Runner;

/// <summary>Keeps two runners out of one run folder. The system releases it when its holder dies, however it dies.</summary>
internal sealed class RunLock : IDisposable
{
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

    // The file stays: removing it would let a third runner lock a new one beside a waiting second.
    private static FileStream Open(string folder)
    {
        var path = Path.Combine(folder, "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(path))
        {
            var other = File.Exists(HolderPath(folder)) ? File.ReadAllText(HolderPath(folder)) : "which has just started";
            throw new InputException(
                $"{folder}: another runner is at work here ({other})\n"
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

    // Beside the lock, since a locked file cannot be opened to read who holds it.
    private static string HolderPath(string folder) => Path.Combine(folder, "lock.holder");
}
