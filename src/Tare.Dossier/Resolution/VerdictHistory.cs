using System.Globalization;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>What the answers that a dossier keeps say of its claims. The verdict is computed from answer and predicate; only the answer is kept.</summary>
public static class VerdictHistory
{
    /// <summary>The verdict in force of each claim that was asked: of the latest answer to its present question.</summary>
    /// <param name="dossier">The dossier.</param>
    public static IReadOnlyDictionary<string, ClaimVerdict> Latest(DossierRecord dossier) =>
        Verdicts(dossier).GroupBy(v => v.Claim, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    /// <summary>Each time that a verdict changed, by time; the first verdict of a claim is a change too.</summary>
    /// <param name="dossier">The dossier.</param>
    public static IReadOnlyList<VerdictChange> Changes(DossierRecord dossier)
    {
        var changes = new List<VerdictChange>();
        var before = new Dictionary<string, ClaimVerdict>(StringComparer.Ordinal);
        foreach (var verdict in Verdicts(dossier))
        {
            changes.AddRange(ClaimResolution.Changes(before.Values, [verdict]));
            before[verdict.Claim] = verdict;
        }

        return changes;
    }

    /// <summary>The dossier with the answers in force as evidence, so that claims stand as the program's own figures make them stand.</summary>
    /// <param name="dossier">The dossier; it stays as it is.</param>
    public static DossierRecord Settle(DossierRecord dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var latest = Latest(dossier);
        var sources = dossier.Sources.DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var settled = dossier;
        foreach (var group in dossier.Answers.Where(a => sources.ContainsKey(a.Source)).GroupBy(a => a.Source, StringComparer.Ordinal))
        {
            var verdicts = group.Where(a => latest.ContainsKey(a.Claim) && IsFrom(latest[a.Claim], a)).Select(a => latest[a.Claim]);
            settled = ClaimResolution.Apply(settled, [.. verdicts.DistinctBy(v => v.Claim, StringComparer.Ordinal)], sources[group.Key]);
        }

        return settled;
    }

    /// <summary>An answer in the form in which a dossier keeps it.</summary>
    /// <param name="claim">The claim that was asked about.</param>
    /// <param name="answer">What the program answered.</param>
    /// <param name="source">The publication that stands for the computation.</param>
    public static ClaimAnswer Keep(Claim claim, QueryAnswer answer, string source)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(answer);
        var day = DateOnly.FromDateTime(answer.AskedAt.UtcDateTime);
        var digest = new string([.. answer.DataDigest.Where(char.IsAsciiHexDigitLower).Take(12)]);
        return new ClaimAnswer
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{claim.Id}-{day:yyyyMMdd}{(digest.Length == 0 ? "" : "-")}{digest}"),
            Claim = claim.Id,
            At = PartialDate.On(day),
            Asked = claim.Query?.Asked ?? string.Empty,
            Source = source,
            DataDigest = answer.DataDigest,
            Value = Kept(answer.Value),
            Truth = answer.Truth,
            Interval = answer is { Lower: { } lower, Upper: { } upper }
                ? new Interval(Kept(lower)!.Value, Kept(upper)!.Value, answer.Level ?? 0, answer.Contains ?? "not stated")
                : null,
            Unit = answer.Unit,
            Reason = answer.Reason,
        };
    }

    // Six digits, so that the same answer on another processor is the same record.
    private static double? Kept(double? value) =>
        value is { } v ? double.Parse(v.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    /// <summary>Whether an answer was given to the question that its claim asks now.</summary>
    internal static bool IsCurrent(Claim? claim, ClaimAnswer answer) =>
        claim?.Query is { } query && string.Equals(query.Asked, answer.Asked, StringComparison.Ordinal);

    private static bool IsFrom(ClaimVerdict verdict, ClaimAnswer answer) =>
        string.Equals(verdict.Answer.DataDigest, answer.DataDigest, StringComparison.Ordinal)
        && verdict.Answer.AskedAt == (answer.At.Earliest ?? DateTimeOffset.MinValue);

    private static IEnumerable<ClaimVerdict> Verdicts(DossierRecord dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (dossier.Answers.Count == 0)
        {
            return [];
        }

        var claims = dossier.Claims.DistinctBy(c => c.Id, StringComparer.Ordinal).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return dossier
            .Answers.Select(a => (Answer: a, Claim: claims.GetValueOrDefault(a.Claim)))
            .Where(p => IsCurrent(p.Claim, p.Answer))
            .OrderBy(p => p.Answer.At.Earliest ?? DateTimeOffset.MinValue)
            .Select(p => ClaimResolution.Of(p.Claim!, Read(p.Answer)));
    }

    private static QueryAnswer Read(ClaimAnswer answer) =>
        new()
        {
            Claim = answer.Claim,
            AskedAt = answer.At.Earliest ?? DateTimeOffset.MinValue,
            DataDigest = answer.DataDigest,
            Value = answer.Value,
            Truth = answer.Truth,
            Lower = answer.Interval?.Lower,
            Upper = answer.Interval?.Upper,
            Level = answer.Interval?.Level,
            Contains = answer.Interval?.Contains,
            Unit = answer.Unit,
            Reason = answer.Reason,
        };
}
