using Tare.Records;

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
        var path = Path.Combine(folder, "lock");
        try
        {
            // The file stays: removing it would let a third runner lock a new one beside a waiting second.
            var taken = new RunLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            File.WriteAllText(HolderPath(folder), holder);
            return taken;
        }
        catch (IOException e) when (File.Exists(path) && File.Exists(HolderPath(folder)))
        {
            throw new InputException(
                $"{folder}: another runner is at work here ({File.ReadAllText(HolderPath(folder))})\n"
                    + "  expected: one runner a run folder\n"
                    + "  next:     'tare status' shows how far it is; wait for it or stop it, then resume",
                e
            );
        }
    }

    public void Dispose() => _file.Dispose();

    // Beside the lock, since a locked file cannot be opened to read who holds it.
    private static string HolderPath(string folder) => Path.Combine(folder, "lock.holder");
}
