using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Runs;

/// <summary>The runs of this person: what the runner's reader says, kept in the catalogue's index.</summary>
internal sealed class KnownRuns(Terminal terminal)
{
    private string Database => Path.Combine(new Inputs(terminal).Home, "runs.sqlite");

    /// <summary>Keeps where a run stands. The run's own journal is the truth: what cannot be kept here is a warning.</summary>
    public void Keep(OpenedRun run)
    {
        try
        {
            using var index = RunIndexStore.Open(Database);
            index.Put(Row(run));
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            Output.Warnings(terminal, [$"the index of runs was not kept: {e.Message}"]);
        }
    }

    /// <summary>Every run that is known.</summary>
    public IReadOnlyList<IndexedRun> All()
    {
        using var index = RunIndexStore.Open(Database);
        return index.All();
    }

    /// <summary>Makes the index again from the journals of run folders, or of folders of run folders.</summary>
    /// <exception cref="InputException">A folder holds no run.</exception>
    public IReadOnlyList<IndexedRun> Rebuild(IReadOnlyList<string> folders)
    {
        var rows = folders.SelectMany(RunsIn).Distinct(StringComparer.Ordinal).Select(f => Row(OpenedRun.At(f))).ToList();
        File.Delete(Database);
        using var index = RunIndexStore.Open(Database);
        rows.ForEach(index.Put);
        return index.All();
    }

    private static IReadOnlyList<string> RunsIn(string folder)
    {
        if (OpenedRun.IsAt(folder))
        {
            return [Path.GetFullPath(folder)];
        }

        var below = Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Where(OpenedRun.IsAt).ToList() : [];
        return below.Count > 0
            ? below.ConvertAll(Path.GetFullPath)
            : throw InputException.At(folder, "no run in it", "a run folder, or a folder of run folders", "check the path");
    }

    private IndexedRun Row(OpenedRun run)
    {
        var (plan, state) = (run.Folder.Plan, run.State);
        return new()
        {
            Folder = run.Folder.FullPath,
            Models = [.. plan.Models.Select(m => m.Label)],
            Harnesses = plan.Harnesses,
            Packs = [.. plan.Items.Select(i => RunRows.PackOf(i.Id)).Distinct(StringComparer.Ordinal)],
            Planned = state.Planned,
            Scored = state.Scored,
            Missing = state.Missing,
            Tokens = state.Usage.Total,
            CostUsd = state.CostUsd,
            Seen = terminal.Clock.GetUtcNow(),
        };
    }
}
