using Tare.App.Cli;

namespace Tare.App.Runs;

/// <summary>Where task packs lie.</summary>
internal static class PackFolders
{
    /// <summary>The folder that <c>TARE_TASKS</c> names; else <c>tasks</c> in the current folder, then in the folder of this program.</summary>
    public static IReadOnlyList<string> Of(Terminal terminal) =>
        terminal.Variable("TARE_TASKS") is { Length: > 0 } folder
            ? [folder]
            : [.. new[] { Path.GetFullPath("tasks"), Path.Combine(AppContext.BaseDirectory, "tasks") }.Distinct(StringComparer.Ordinal)];
}
