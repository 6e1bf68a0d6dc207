using System.Globalization;
using Spectre.Console;
using Tare.App.Cli;
using Tare.Catalogue;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare status</c> without a folder.</summary>
internal static class KnownRunsScreen
{
    public static void Write(Terminal terminal, IReadOnlyList<IndexedRun> runs)
    {
        var console = terminal.Styled();
        if (runs.Count == 0)
        {
            console.WriteLine("No run is known. 'tare run' starts one; 'tare status --rebuild DIR...' finds those that are there.");
            return;
        }

        var table = Tables.New("run", "models", "packs", "ended", "missing", "tokens", "cost", "as of (UTC)");
        Tables.AlignRight(table, 3, 4, 5, 6);
        foreach (var run in runs)
        {
            Tables.Row(
                table,
                Directory.Exists(run.Folder) ? run.Folder : $"{run.Folder} (gone)",
                string.Join(", ", run.Models),
                string.Join(", ", run.Packs),
                $"{Show.Count(run.Scored + run.Missing)} of {Show.Count(run.Planned)}",
                Show.Count(run.Missing),
                Amounts.Tokens(run.Tokens),
                run.CostUsd is { } cost ? Amounts.Usd(cost) : Show.Unknown,
                run.Seen.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            );
        }

        console.Write(table);
        console.WriteLine("As of when each was last looked at; 'tare status DIR' reads a run's journal, which is the truth.");
    }
}
