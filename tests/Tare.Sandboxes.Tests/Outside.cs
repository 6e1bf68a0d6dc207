namespace Tare.Sandboxes.Tests;

/// <summary>A folder of the host that anybody may enter and write, with a secret in it: what attacks aim at.</summary>
internal sealed class Outside : IDisposable
{
    internal const string Content = "the secret of the host";

    internal Outside()
    {
        // Not below /tmp, which is a folder of its own in every sandbox.
        Folder = Path.Combine("/var/tmp", "tare-outside-" + Path.GetRandomFileName());
        Directory.CreateDirectory(Folder, (UnixFileMode)0x1FF);
        File.SetUnixFileMode(Folder, (UnixFileMode)0x1FF);
        File.WriteAllText(Secret, Content);
        File.SetUnixFileMode(Secret, (UnixFileMode)0x1B6);
    }

    internal string Folder { get; }

    internal string Secret => Path.Combine(Folder, "secret");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
