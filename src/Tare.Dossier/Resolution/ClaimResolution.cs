using Tare.Records;

namespace Tare.Dossier;

/// <summary>Claims settled by query: the answer, with its interval, against what the claim says.</summary>
public static class ClaimResolution
{
    /// <summary>What an answer says of a claim.</summary>
    /// <remarks>A claim holds where the whole interval satisfies it and fails where nothing of it does; without an interval the figure alone decides, and the sentence says so.</remarks>
    /// <param name="claim">A claim with a query.</param>
    /// <param name="answer">The answer to that query.</param>
    /// <exception cref="InputException">The claim has no query, the answer is another claim's, or the predicate lacks the bound it needs.</exception>
    public static ClaimVerdict Of(Claim claim, QueryAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(answer);
        var predicate = Predicate(claim, answer);
        if (answer.Reason is { } reason)
        {
            return new ClaimVerdict(claim.Id, Verdict.NotAnswered, null, reason, answer);
        }

        if (answer.Truth is { } truth)
        {
            var holds = truth == (predicate.Comparison == QueryComparison.IsTrue);
            return new ClaimVerdict(
                claim.Id,
                holds ? Verdict.Supported : Verdict.Refuted,
                holds,
                $"The answer is {(truth ? "true" : "false")}.",
                answer
            );
        }

        if (answer.Value is not { } value)
        {
            return new ClaimVerdict(claim.Id, Verdict.NotAnswered, null, "The answer has no figure.", answer);
        }

        var (from, to) = Range(predicate);
        var point = value >= from && value <= to;
        var (lower, upper) = (answer.Lower ?? value, answer.Upper ?? value);
        var verdict =
            lower >= from && upper <= to ? Verdict.Supported
            : upper < from || lower > to ? Verdict.Refuted
            : Verdict.Undecidable;
        return new ClaimVerdict(claim.Id, verdict, point, Sentence(predicate, answer, value, verdict), answer);
    }

    /// <summary>The claims whose verdict differs from the last one, in the order of the new verdicts; a first verdict is a change too.</summary>
    /// <param name="before">The verdicts on the data set before, of any number of claims.</param>
    /// <param name="after">The verdicts now.</param>
    public static IReadOnlyList<VerdictChange> Changes(IEnumerable<ClaimVerdict> before, IEnumerable<ClaimVerdict> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = new Dictionary<string, ClaimVerdict>(StringComparer.Ordinal);
        foreach (var verdict in before.OrderBy(v => v.Answer.AskedAt))
        {
            old[verdict.Claim] = verdict;
        }

        return
        [
            .. after
                .Select(v => new VerdictChange(v.Claim, old.GetValueOrDefault(v.Claim), v))
                .Where(c => c.Before is null || c.Before.Verdict != c.After.Verdict),
        ];
    }

    /// <summary>The dossier with the answers as evidence: for a claim that holds, against one that fails, and beside one that is undecided.</summary>
    /// <param name="dossier">The dossier; it stays as it is.</param>
    /// <param name="verdicts">The verdicts.</param>
    /// <param name="publication">The data set as a publication; added where it is new.</param>
    public static DossierRecord Apply(DossierRecord dossier, IReadOnlyList<ClaimVerdict> verdicts, Publication publication)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(publication);
        var answered = verdicts.Where(v => v.Verdict != Verdict.NotAnswered).ToDictionary(v => v.Claim, StringComparer.Ordinal);
        var claims = dossier.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var known = dossier.Evidence.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var pieces = answered.Values.Where(v => claims.ContainsKey(v.Claim)).Select(v => Piece(claims[v.Claim], v, publication)).ToList();
        return dossier with
        {
            Sources = dossier.Sources.Any(s => string.Equals(s.Id, publication.Id, StringComparison.Ordinal))
                ? dossier.Sources
                : [.. dossier.Sources, publication],
            Evidence = [.. dossier.Evidence, .. pieces.Where(p => known.Add(p.Id))],
            Claims = [.. dossier.Claims.Select(c => answered.TryGetValue(c.Id, out var v) ? Linked(c, v) : c)],
        };
    }

    private static Claim Linked(Claim claim, ClaimVerdict verdict)
    {
        var id = EvidenceId(verdict);
        ValueList<string> Without(ValueList<string> links) => [.. links.Where(l => !IsAnswerTo(claim, l))];
        return claim with
        {
            EvidenceFor = verdict.Verdict == Verdict.Supported ? [.. Without(claim.EvidenceFor), id] : Without(claim.EvidenceFor),
            EvidenceAgainst = verdict.Verdict == Verdict.Refuted ? [.. Without(claim.EvidenceAgainst), id] : Without(claim.EvidenceAgainst),
        };
    }

    private static bool IsAnswerTo(Claim claim, string evidence) => evidence.StartsWith($"answer-{claim.Id}-", StringComparison.Ordinal);

    private static string EvidenceId(ClaimVerdict verdict)
    {
        var digest = new string([.. verdict.Answer.DataDigest.Where(char.IsAsciiHexDigitLower).Take(12)]);
        return $"answer-{verdict.Claim}-{(digest.Length == 0 ? "unknown" : digest)}";
    }

    private static ClaimEvidence Piece(Claim claim, ClaimVerdict verdict, Publication publication) =>
        new()
        {
            Id = EvidenceId(verdict),
            Source = publication.Id,
            Measure = $"tare {string.Join(' ', claim.Query!.Command)}: {claim.Query.Path}",
            Value = verdict.Answer.Value ?? (verdict.Answer.Truth is { } truth ? (truth ? 1 : 0) : null),
            Unit = verdict.Answer.Unit,
            Interval = verdict.Answer is { Lower: { } lower, Upper: { } upper }
                ? new Interval(lower, upper, verdict.Answer.Level ?? double.NaN, verdict.Answer.Contains ?? "not stated")
                : null,
            Strength = "computed by this program from the data named",
            Bearing = verdict.Because,
            Recorded = PartialDate.On(DateOnly.FromDateTime(verdict.Answer.AskedAt.UtcDateTime)),
        };

    private static QueryPredicate Predicate(Claim claim, QueryAnswer answer)
    {
        var place = $"claims/{claim.Id}/query";
        if (claim.Query is not { Holds: { } predicate })
        {
            throw InputException.At(place, "no query", "a claim with a query", "add a query, or leave the claim to its sources");
        }

        if (!string.Equals(claim.Id, answer.Claim, StringComparison.Ordinal))
        {
            throw InputException.At(place, $"an answer to {answer.Claim}", $"the answer to {claim.Id}", "ask the claim's own query");
        }

        var needsLower = predicate.Comparison is QueryComparison.AtLeast or QueryComparison.Between;
        var needsUpper = predicate.Comparison is QueryComparison.AtMost or QueryComparison.Between;
        if ((needsLower && predicate.Lower is null) || (needsUpper && predicate.Upper is null) || predicate.Lower > predicate.Upper)
        {
            throw InputException.At(
                $"{place}/holds",
                FormattableString.Invariant(
                    $"{KebabCase.Of(predicate.Comparison)} with lower '{predicate.Lower}' and upper '{predicate.Upper}'"
                ),
                "the bounds that the comparison needs, the lower not above the upper",
                "add the bound"
            );
        }

        return predicate;
    }

    private static (double From, double To) Range(QueryPredicate predicate) =>
        predicate.Comparison switch
        {
            QueryComparison.AtLeast => (predicate.Lower!.Value, double.PositiveInfinity),
            QueryComparison.AtMost => (double.NegativeInfinity, predicate.Upper!.Value),
            QueryComparison.Between => (predicate.Lower!.Value, predicate.Upper!.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(predicate), predicate, "A figure needs a comparison of figures."),
        };

    private static string Sentence(QueryPredicate predicate, QueryAnswer answer, double value, Verdict verdict)
    {
        var interval = answer is { Lower: { } lower, Upper: { } upper }
            ? FormattableString.Invariant(
                $" [{lower:0.##}, {upper:0.##}]{(answer.Level is { } level ? FormattableString.Invariant($" ({100 * level:0.##} %)") : string.Empty)}"
            )
            : " without an interval, so the figure alone decides";
        var word = verdict switch
        {
            Verdict.Supported => "satisfies",
            Verdict.Refuted => "does not satisfy",
            _ => "lies on both sides of",
        };
        return FormattableString.Invariant(
            $"{value:0.##}{(answer.Unit is null ? string.Empty : " " + answer.Unit)}{interval}: {word} '{Settlement.Bounds(predicate)}'."
        );
    }
}
