using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare dossier</c>: a topic page.</summary>
internal static class DossierScreen
{
    public static void Write(Terminal terminal, OpenDossier dossier, TopicPage page)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{page.Topic.Title}[/]");
        Prose.Paragraph(console, 0, Stamp(dossier, page));
        Section(console, "What", page.What);
        Section(console, "Why it matters", page.Why);
        Perspectives(console, dossier, page);
        Disputes(console, dossier.Index, page);
        Questions(console, page);
        Narrative(console, page);
        Timeline(console, page);
        Sources(console, dossier.Index, page);
        Conflicts(console, dossier.Index);
        console.WriteLine();
        Prose.Paragraph(
            console,
            0,
            "More: 'tare claims show ID', 'tare claims check', 'tare predictions', 'tare dossier history', 'tare dossier --as-of DATE'."
        );
    }

    private static string Stamp(OpenDossier dossier, TopicPage page)
    {
        var point = dossier.Date is { } date ? $"As of {date}. " : "";
        if (dossier.NothingYet is { } nothing)
        {
            return nothing;
        }

        if (page.Version.Number == 0)
        {
            return $"{point}No version of this page had been made: all records that were there, {Show.Count(page.Sources.Count, "source")} from {Show.Count(page.RootCount, "root")}.";
        }

        var v = page.Version;
        var maker = v.Generator is null ? "" : $" by {v.Generator}";
        return $"{point}Version {v.Number} of {dossier.Index.Topic(page.Topic.Id)!.Versions.Count}, made {v.Created}{maker}; "
            + $"{Show.Count(page.Sources.Count, "item")} from {Show.Count(page.RootCount, "root")}{(v.Reconstructed ? "; inferred from a later version, not seen" : "")}.";
    }

    private static void Section(IAnsiConsole console, string heading, string? text)
    {
        if (text is not null)
        {
            Prose.Heading(console, heading);
            Prose.Paragraph(console, 2, text);
        }
    }

    private static void Perspectives(IAnsiConsole console, OpenDossier dossier, TopicPage page)
    {
        if (page.Perspectives.Count == 0)
        {
            return;
        }

        Prose.Heading(console, "Who holds what, since when, on what evidence");
        foreach (var view in page.Perspectives)
        {
            console.MarkupLineInterpolated($"  [bold]{view.Holder?.Name ?? view.HolderId}[/] ({Evolution(view)})");
            if (view.Evolution.IsExternallySupported)
            {
                Prose.Paragraph(
                    console,
                    4,
                    $"Supported since by {RecordName.Sources(dossier.Index, view.Evolution.SupportedFrom)}, without speaking again."
                );
            }

            foreach (var standing in view.Claims)
            {
                ClaimsScreen.Short(console, dossier, standing, indent: 4, withHolder: false);
            }
        }
    }

    private static string Evolution(PerspectiveView view)
    {
        var kind = KebabCase.Of(view.Evolution.Kind).Replace('-', ' ');
        return view.Perspective is { Declared: not null, Baseline: EvolutionBaseline.HolderHistory }
            ? $"{kind}, also with the holder's own past"
            : kind;
    }

    private static void Disputes(IAnsiConsole console, DossierIndex index, TopicPage page)
    {
        if (page.Disputed.Count + page.Undisputed.Count + page.Tensions.Count == 0)
        {
            return;
        }

        Prose.Heading(console, "Where they stand against each other, and what would settle it");
        foreach (var dispute in page.Disputed)
        {
            Prose.Paragraph(console, 2, dispute.Proposition.Text);
            foreach (var side in dispute.Claims.Select(index.Claim).OfType<Claim>().GroupBy(c => c.Stance!.InWords, StringComparer.Ordinal))
            {
                var holders = side.Select(c => $"{index.Holder(c.Holder)?.Name ?? c.Holder} ({c.Id})");
                Prose.Paragraph(console, 4, $"{side.Key}: {string.Join(", ", holders)}");
            }

            Prose.Labelled(console, 4, "would be settled by", dispute.Proposition.DecidedBy ?? "nothing that anybody named");
        }

        if (page.Undisputed.Count > 0)
        {
            Prose.Paragraph(console, 2, "Not disputed between holders here, and what would settle it:");
            foreach (var question in page.Undisputed)
            {
                Prose.Paragraph(console, 4, $"{question.Text} {question.DecidedBy}");
            }
        }

        foreach (var t in page.Tensions)
        {
            var note = t.Implicit ? " (one side is held by nobody in particular)" : "";
            Prose.Paragraph(console, 2, $"{t.Tension.Id} {t.Tension.Text}: {KebabCase.Of(t.Verdict).Replace('-', ' ')}{note}. {t.Because}");
        }
    }

    private static void Questions(IAnsiConsole console, TopicPage page)
    {
        if (page.Questions.Count == 0)
        {
            return;
        }

        Prose.Heading(console, "Open questions");
        foreach (var q in page.Questions)
        {
            var known = q.PartialAnswer is null ? "" : $" Known so far: {q.PartialAnswer}";
            Prose.Paragraph(console, 2, $"{q.Text} {(q.State == QuestionState.Open ? q.Why : KebabCase.Of(q.State) + ".")}{known}");
        }
    }

    private static void Narrative(IAnsiConsole console, TopicPage page)
    {
        if (page.Narrative.Count == 0)
        {
            return;
        }

        Prose.Heading(console, "The story");
        for (var i = 0; i < page.Narrative.Count; i++)
        {
            Prose.Paragraph(console, 2, $"{i + 1}. {page.Narrative[i]}");
        }
    }

    private static void Timeline(IAnsiConsole console, TopicPage page)
    {
        if (page.Timeline.Count == 0)
        {
            return;
        }

        Prose.Heading(console, "Timeline");
        foreach (var e in page.Timeline)
        {
            Prose.Paragraph(console, 2, $"{e.Date}  {e.Text}{(e.Note is null ? "" : $" ({e.Note.TrimEnd('.')})")}");
        }
    }

    private static void Sources(IAnsiConsole console, DossierIndex index, TopicPage page)
    {
        if (page.Sources.Count == 0)
        {
            return;
        }

        Prose.Heading(console, $"Sources: {Show.Count(page.Sources.Count)}, from {Show.Count(page.RootCount, "root")}");
        foreach (var s in page.Sources)
        {
            var made = s.Roots.Count == 1 && s.Roots[0] == s.SourceId ? "a root" : $"made from {RecordName.Sources(index, s.Roots)}";
            var title = s.Source is null ? s.SourceId : $"{s.Source.Title}. {s.Source.Publisher}, {s.Source.Published}";
            Prose.Paragraph(console, 2, $"[{s.Number}] {title} ({s.SourceId}), {made}");
        }
    }

    private static void Conflicts(IAnsiConsole console, DossierIndex index)
    {
        var conflicts = index.Dossier.Conflicts;
        if (conflicts.Count == 0)
        {
            return;
        }

        Prose.Heading(console, $"Where sources disagree about facts: {Show.Count(conflicts.Count)}");
        foreach (var c in conflicts)
        {
            var values = string.Join("; or ", c.Values.Select(v => $"{v.Value}, by {RecordName.Sources(index, v.By)}"));
            Prose.Paragraph(
                console,
                2,
                $"{RecordName.Subject(index, c.Subject)}, {c.Field}: {values}. {(c.Resolution is null ? "Not resolved." : $"In force: {c.Resolution}")}"
            );
        }
    }
}
