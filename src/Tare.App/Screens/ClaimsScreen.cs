using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare claims</c>.</summary>
internal static class ClaimsScreen
{
    private const int DigestShown = 12;

    public static void List(Terminal terminal, OpenDossier dossier, IReadOnlyList<ClaimStanding> standings)
    {
        var console = terminal.Styled();
        if (dossier.NothingYet is { } nothing)
        {
            Prose.Paragraph(console, 0, nothing);
            return;
        }

        foreach (var s in standings)
        {
            var verdict = Verdict(dossier, s.Claim) is { } v ? $"; query: {v}" : "";
            Prose.Hanging(
                console,
                s.Claim.Id,
                $"{RecordName.Holder(dossier.Index, s.Claim.Holder)}, {s.Claim.Asserted}: {KebabCase.Of(s.Status)}; {Roots(s)}{verdict}"
            );
            Prose.Paragraph(console, 4, s.Claim.Text);
        }

        console.WriteLine();
        console.WriteLine($"{Show.Count(standings.Count)} of {Show.Count(dossier.Index.Dossier.Claims.Count)} claims.");
        Prose.Paragraph(
            console,
            0,
            "A root is a publication that was made from no other one. The query is what the program's own figures say."
        );
    }

    public static void Single(Terminal terminal, OpenDossier dossier, ClaimStanding standing)
    {
        var (console, index, claim) = (terminal.Styled(), dossier.Index, standing.Claim);
        console.MarkupLineInterpolated($"[bold]{claim.Id}[/]: {claim.Text}");
        var holder = index.Holder(claim.Holder);
        Prose.Labelled(console, 2, "held by", $"{holder?.Name ?? claim.Holder}, {KebabCase.Of(claim.Kind)}, since {claim.Asserted}");
        Prose.Labelled(console, 2, "said in", Source(index, claim.Reporter));
        Prose.Labelled(console, 2, "on the question", index.Proposition(claim.Proposition)?.Text);
        Prose.Labelled(console, 2, "answer", claim.Stance?.InWords);
        Prose.Labelled(console, 2, "stands", $"{KebabCase.Of(standing.Status)}. {standing.Reason}");
        Prose.Labelled(console, 2, "support", $"{Roots(standing)}: {RecordName.Sources(index, standing.Support.Roots)}");
        foreach (var (label, ids) in new[] { ("evidence for", claim.EvidenceFor), ("evidence against", claim.EvidenceAgainst) })
        {
            foreach (var id in ids)
            {
                Prose.Labelled(console, 2, label, Evidence(index, id));
            }
        }

        foreach (var other in standing.OpposedBy.Select(index.Claim).OfType<Claim>())
        {
            Prose.Labelled(console, 2, "against it", $"{other.Id} {index.Holder(other.Holder)?.Name ?? other.Holder}: {other.Text}");
        }

        Prose.Labelled(console, 2, "settled by", Settlement.Of(index, claim) ?? "nothing that anybody named");
        Prose.Labelled(console, 2, "note on the query", claim.Query?.Note);
        if (dossier.Verdicts.TryGetValue(claim.Id, out var verdict))
        {
            Prose.Labelled(console, 2, "verdict", $"{KebabCase.Of(verdict.Verdict)}. {verdict.Because} {Data(verdict)}");
        }

        Prose.Labelled(console, 2, "remark", claim.Note);
    }

    /// <summary>A claim in a few lines of a longer page.</summary>
    public static void Short(IAnsiConsole console, OpenDossier dossier, ClaimStanding standing, int indent, bool withHolder)
    {
        var (index, claim) = (dossier.Index, standing.Claim);
        var holder = withHolder ? $"{index.Holder(claim.Holder)?.Name ?? claim.Holder}: " : "";
        Prose.Paragraph(console, indent, $"{claim.Id}  {holder}{claim.Text}");
        var stance = claim.Stance is { } s && index.Proposition(claim.Proposition) is { } p ? $"{p.Text} {s.InWords}; " : "";
        var evidence = claim.EvidenceFor.Count == 0 ? "" : $", evidence: {RecordName.Evidence(index, claim.EvidenceFor)}";
        var against = claim.EvidenceAgainst.Count == 0 ? "" : $", against it: {RecordName.Evidence(index, claim.EvidenceAgainst)}";
        Prose.Paragraph(console, indent + 5, $"{stance}since {claim.Asserted}; {Roots(standing)}{evidence}{against}");
        Prose.Paragraph(console, indent + 5, $"{KebabCase.Of(standing.Status)}: {standing.Reason}");
        if (dossier.Verdicts.TryGetValue(claim.Id, out var verdict))
        {
            Prose.Paragraph(console, indent + 5, $"query: {KebabCase.Of(verdict.Verdict)}. {verdict.Because}");
        }
    }

    public static void Check(
        Terminal terminal,
        IReadOnlyList<Claim> claims,
        IReadOnlyList<ClaimVerdict> verdicts,
        IReadOnlyList<VerdictChange> changes
    )
    {
        var console = terminal.Styled();
        var changed = changes.ToDictionary(c => c.Claim, StringComparer.Ordinal);
        foreach (var (claim, verdict) in claims.Zip(verdicts))
        {
            console.MarkupLineInterpolated($"[bold]{claim.Id}[/] {claim.Text}");
            Prose.Labelled(console, 4, "verdict", $"{KebabCase.Of(verdict.Verdict)}{Before(changed.GetValueOrDefault(claim.Id))}");
            Prose.Paragraph(console, 4, verdict.Because);
            Prose.Labelled(console, 4, "asked", $"tare {string.Join(' ', claim.Query!.Command)}");
            Prose.Labelled(console, 4, "read at", claim.Query.Path);
            Prose.Labelled(
                console,
                4,
                "interval contains",
                verdict.Answer is { Lower: not null } ? verdict.Answer.Contains ?? "not stated" : null
            );
            Prose.Labelled(console, 4, "limits", claim.Query.Note);
            Prose.Labelled(console, 4, "data", Data(verdict));
        }

        var counts = Enum.GetValues<Dossier.Verdict>()
            .Select(v => (Name: KebabCase.Of(v).Replace('-', ' '), Count: verdicts.Count(x => x.Verdict == v)))
            .Where(c => c.Count > 0)
            .Select(c => $"{c.Count} {c.Name}");
        console.WriteLine();
        Prose.Paragraph(
            console,
            0,
            $"{Show.Count(verdicts.Count, "claim")} asked: {string.Join(", ", counts)}. "
                + (
                    changes.Count == 0
                        ? "No verdict changed."
                        : $"New or changed since the last answer: {string.Join(", ", changes.Select(c => c.Claim))}."
                )
        );
    }

    private static string Before(VerdictChange? change) =>
        change is null ? ", as before"
        : change.Before is null ? ", never asked before"
        : $", CHANGED: {KebabCase.Of(change.Before.Verdict)} before ({change.Before.Because.TrimEnd('.')}; data {Short(change.Before.Answer.DataDigest)})";

    private static string Data(ClaimVerdict verdict) =>
        FormattableString.Invariant($"{Short(verdict.Answer.DataDigest)}, asked {verdict.Answer.AskedAt.UtcDateTime:yyyy-MM-dd}");

    private static string Short(string digest) => digest.Length > DigestShown ? digest[..DigestShown] : digest;

    private static string Roots(ClaimStanding s) =>
        $"{Show.Count(s.Support.Roots.Count, "root")} behind {Show.Count(s.Support.Documents, "document")}";

    private static string? Verdict(OpenDossier dossier, Claim claim) =>
        dossier.Verdicts.TryGetValue(claim.Id, out var verdict) ? KebabCase.Of(verdict.Verdict)
        : claim.Query is null ? null
        : "not asked";

    private static string Source(DossierIndex index, string id) =>
        index.Source(id) is { } s ? $"{s.Title}. {s.Publisher}, {s.Published} ({id})" : id;

    private static string Evidence(DossierIndex index, string id)
    {
        if (index.Evidence(id) is not { } e)
        {
            return id;
        }

        var value = e.Value is { } v ? $" {Show.Number(v, "0.###")}{(e.Unit is null ? "" : " " + e.Unit)}" : "";
        return $"{id}, {e.Measure}{value} ({RecordName.Sources(index, [e.Source])}{(e.Strength is null ? "" : "; " + e.Strength)}).{(e.Bearing is null ? "" : " " + e.Bearing)}";
    }
}
