using Spectre.Console;
using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>What a published catalogue would change.</summary>
internal static class ImportCatalogueScreen
{
    private const int LinesOfAKind = 40;
    private const int NamesShown = 12;

    public static void Write(Terminal terminal, CatalogueUpdate update, IReadOnlyList<CatalogueChange> changes, bool isStored)
    {
        var console = terminal.Styled();
        console.WriteLine($"{update.Format}, retrieved {Show.Date(update.Retrieved)}: {Counts(changes)}.");
        foreach (
            var kind in (CatalogueChangeKind[])[CatalogueChangeKind.Fills, CatalogueChangeKind.Replaces, CatalogueChangeKind.Disagrees]
        )
        {
            Write(console, kind, [.. changes.Where(c => c.Kind == kind)]);
        }

        if (update.Unresolved.Count > 0)
        {
            console.WriteLine(
                $"Not resolved, not kept: {Show.Count(update.Unresolved.Count, "name")} that no release or alias has: "
                    + string.Join(", ", update.Unresolved.Take(NamesShown))
                    + (
                        update.Unresolved.Count > NamesShown
                            ? $" and {Show.Count(update.Unresolved.Count - NamesShown)} more (--json lists all)."
                            : "."
                    )
            );
        }

        console.WriteLine(update.NotKept.Count == 0 ? "Everything else was kept." : "Not kept, or kept in part:");
        foreach (var n in update.NotKept)
        {
            console.WriteLine($"  {Inputs.Text(n)}");
        }

        console.WriteLine(
            isStored
                ? "Kept in TARE_HOME; 'tare models' reads it behind the curated data, which stay as they are."
                : "Nothing was written; --apply keeps it. Curated values stay in force in any case."
        );
    }

    private static string Counts(IReadOnlyList<CatalogueChange> changes) =>
        changes.Count == 0
            ? "it states nothing of a known release"
            : string.Join(
                ", ",
                Enum.GetValues<CatalogueChangeKind>()
                    .Select(k => (Kind: k, Count: changes.Count(c => c.Kind == k)))
                    .Where(k => k.Count > 0)
                    .Select(k => $"{Show.Count(k.Count)} {Words(k.Kind)}")
            );

    private static string Words(CatalogueChangeKind kind) =>
        kind switch
        {
            CatalogueChangeKind.Fills => "unknown until now",
            CatalogueChangeKind.Replaces => "newer than an earlier update",
            CatalogueChangeKind.Disagrees => "that disagree",
            _ => "that agree",
        };

    private static void Write(IAnsiConsole console, CatalogueChangeKind kind, CatalogueChange[] changes)
    {
        if (changes.Length == 0)
        {
            return;
        }

        console.WriteLine(
            kind switch
            {
                CatalogueChangeKind.Fills => "Would become known:",
                CatalogueChangeKind.Replaces => "Would change:",
                _ => "Would be kept behind the value in force:",
            }
        );
        foreach (var c in changes.Take(LinesOfAKind))
        {
            var what = c.What.Replace('-', ' ');
            console.WriteLine(
                kind == CatalogueChangeKind.Fills ? $"  {c.ReleaseId}, {what}: {Text(c, c.After)}"
                : kind == CatalogueChangeKind.Replaces ? $"  {c.ReleaseId}, {what}: {Text(c, c.Before!)} becomes {Text(c, c.After)}"
                : $"  {c.ReleaseId}, {what}: {Text(c, c.After)}; in force {Text(c, c.Before ?? Show.Unknown)}"
            );
        }

        if (changes.Length > LinesOfAKind)
        {
            console.WriteLine($"  and {Show.Count(changes.Length - LinesOfAKind)} more (--json lists all)");
        }
    }

    private static string Text(CatalogueChange change, string value) =>
        KebabCase.TryParse<CatalogueField>(change.What, out var field) ? ReleaseText.Value(field, value) : value;
}
