using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Dossiers;

/// <summary>Adds answers to a dossier; none that is there is touched.</summary>
internal static class AnswerKeeping
{
    private const string OwnId = "s-tare-answers";

    /// <summary>The dossier with every answer that differs from the last one kept for its claim.</summary>
    public static DossierRecord Add(DossierRecord dossier, IReadOnlyList<ClaimVerdict> verdicts)
    {
        var claims = dossier.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var ids = dossier.Answers.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var added = new List<ClaimAnswer>();
        foreach (var verdict in verdicts)
        {
            var claim = claims[verdict.Claim];
            var answer = VerdictHistory.Keep(claim, verdict.Answer, claim.Query!.Source ?? OwnId);
            var last = dossier.Answers.LastOrDefault(a => a.Claim == answer.Claim);
            if (last is null || Content(last) != Content(answer))
            {
                added.Add(answer with { Id = Free(answer.Id, ids), Recorded = answer.At });
            }
        }

        return added.Count == 0
            ? dossier
            : dossier with
            {
                Answers = [.. dossier.Answers, .. added],
                Sources =
                    added.Any(a => a.Source == OwnId) && dossier.Sources.All(s => s.Id != OwnId)
                        ? [.. dossier.Sources, Own(added[0].At)]
                        : dossier.Sources,
            };
    }

    private static ClaimAnswer Content(ClaimAnswer answer) =>
        answer with
        {
            Id = "",
            At = PartialDate.Unknown,
            Source = "",
            Recorded = null,
        };

    private static string Free(string id, HashSet<string> taken)
    {
        var name = id;
        for (var k = 2; !taken.Add(name); k++)
        {
            name = FormattableString.Invariant($"{id}-{k}");
        }

        return name;
    }

    private static Publication Own(PartialDate day) =>
        new()
        {
            Id = OwnId,
            Title = "Answers of this program to the queries of claims",
            Publisher = "The Tare contributors",
            Kind = PublicationKind.Computation,
            Tier = SourceTier.Primary,
            Published = day,
            Recorded = day,
            Note = "Each answer names the command and the digest of the data; 'tare claims check' asks again.",
        };
}
