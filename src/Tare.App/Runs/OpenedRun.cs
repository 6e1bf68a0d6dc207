using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Runs;

/// <summary>A run folder with what its journal says.</summary>
/// <param name="Name">The folder as the person named it.</param>
/// <param name="Folder">The folder.</param>
/// <param name="State">What the journal says.</param>
internal sealed record OpenedRun(string Name, RunFolder Folder, RunState State)
{
    private static readonly string[] s_files = [RunFolder.PlanName, RunFolder.JournalName];

    /// <summary>The runner that is at work on it now, or <see langword="null"/> where none is.</summary>
    public string? Runner { get; init; }

    /// <summary>Whether a path is a run folder.</summary>
    public static bool IsAt(string path) => RunFolder.IsRun(path);

    /// <summary>Opens a run and reads its journal.</summary>
    /// <exception cref="InputException">It is no run folder, or was changed after the run began.</exception>
    public static OpenedRun At(string path)
    {
        var folder = RunFolder.Open(path);
        return new OpenedRun(path, folder, folder.ReadState()) { Runner = folder.Runner() };
    }

    /// <summary>The plan and the journal with their hashes; the digest is the journal's.</summary>
    public InputDigest Digest
    {
        get
        {
            var files = s_files
                .Select(f => Path.Combine(Folder.FullPath, f))
                .Where(File.Exists)
                .Select(f => (Path: Path.Combine(Name, Path.GetFileName(f)), Sha256: ImportSource.Sha256Of(f)))
                .ToList();
            return new InputDigest(files.Count == s_files.Length ? files[^1].Sha256 : null, files);
        }
    }

    /// <summary>What a reader of any result of this run must know, complete sentences.</summary>
    public IReadOnlyList<string> Warnings => [.. State.Warnings, .. Damage];

    /// <summary>What of the journal is lost, where anything is.</summary>
    public IEnumerable<string> Damage =>
        State.Damage is { Ordinary: false } damage
            ?
            [
                FormattableString.Invariant(
                    $"{Path.Combine(Name, RunFolder.JournalName)}, line {damage.Line} (byte {damage.Offset}): {damage.Found}; everything before it was read, what stood behind it is lost"
                ),
            ]
            : [];
}
