using System.Globalization;
using Spectre.Console;
using Tare.App.Cli;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare dossier history</c> and <c>tare dossier diff</c>.</summary>
internal static class HistoryScreen
{
    public static void Write(Terminal terminal, DossierIndex index, IReadOnlyList<Topic> topics, IReadOnlyList<DossierEvent> log)
    {
        var console = terminal.Styled();
        foreach (var topic in topics)
        {
            console.MarkupLineInterpolated($"[bold]{topic.Title}[/] ({topic.Id})");
            foreach (var version in topic.Versions.Reverse())
            {
                Version(console, index, topic, version);
            }

            console.WriteLine();
        }

        foreach (var e in log)
        {
            var day = e.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            console.MarkupLineInterpolated($"{day}  [bold]{KebabCase.Of(e.Kind).Replace('-', ' ')}[/] {e.Address}");
            Prose.Paragraph(console, 12, e.Title);
            if (e.Kind is DossierEventKind.StatusDecided or DossierEventKind.VerdictChanged)
            {
                Prose.Paragraph(console, 12, e.Text);
            }
        }

        console.WriteLine($"{Show.Count(log.Count, "event")}.");
    }

    public static void Diff(
        Terminal terminal,
        string from,
        string to,
        IReadOnlyList<RecordChange> records,
        IReadOnlyList<SectionChange> sections
    )
    {
        var console = terminal.Styled();
        if (records.Count == 0 && sections.Count == 0)
        {
            console.WriteLine($"Nothing changed from {from} to {to}.");
            return;
        }

        foreach (var change in records)
        {
            var sign = change.Kind switch
            {
                ChangeKind.Added => "+",
                ChangeKind.Removed => "-",
                _ => "~",
            };
            Prose.Paragraph(console, 0, $"{sign} {change.Address}: {change.Text}");
        }

        foreach (var section in sections)
        {
            console.MarkupLineInterpolated($"[bold]{section.Section}[/]");
            Prose.Paragraph(console, 2, string.Join(' ', section.Parts.Select(Part)));
        }

        var counts = new[] { ChangeKind.Added, ChangeKind.Removed, ChangeKind.Changed }.Select(k =>
            $"{Show.Count(records.Count(r => r.Kind == k))} {KebabCase.Of(k)}"
        );
        console.WriteLine($"From {from} to {to}: {string.Join(", ", counts)}; {Show.Count(sections.Count, "section")} reworded.");
    }

    private static void Version(IAnsiConsole console, DossierIndex index, Topic topic, TopicVersion version)
    {
        var maker = version.Generator is null ? "" : $" by {version.Generator}";
        var seen = version.Reconstructed ? ", not seen: inferred from a later one" : "";
        var digest = version.Digest is null ? "no digest" : $"digest {version.Digest[..12]}";
        Prose.Paragraph(
            console,
            2,
            $"version {version.Number}, made {version.Created}{maker}{seen}; {Show.Count(version.Sources.Count, "source")}; {digest}"
        );
        foreach (var group in HolderEvolution.Of(index, topic, version.Number).GroupBy(e => e.Kind))
        {
            var names = group.Select(e =>
                e.IsExternallySupported
                    ? $"{RecordName.Holder(index, e.Holder)}, supported by {RecordName.Sources(index, e.SupportedFrom)}"
                    : RecordName.Holder(index, e.Holder)
            );
            Prose.Labelled(console, 4, KebabCase.Of(group.Key).Replace('-', ' '), string.Join("; ", names));
        }
    }

    private static string Part(TextPart part) =>
        part.Kind switch
        {
            ChangeKind.Added => $"{{+{part.Text}+}}",
            ChangeKind.Removed => $"[-{part.Text}-]",
            _ => part.Text,
        };
}
