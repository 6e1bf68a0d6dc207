using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>Claims as JSON: the same object wherever a claim is printed.</summary>
internal static class ClaimJson
{
    public static JsonObject Of(OpenDossier dossier, ClaimStanding standing)
    {
        var claim = standing.Claim;
        var question = dossier.Index.Proposition(claim.Proposition);
        return new JsonObject
        {
            ["id"] = claim.Id,
            ["holder"] = claim.Holder,
            ["holderName"] = dossier.Index.Holder(claim.Holder)?.Name,
            ["text"] = claim.Text,
            ["kind"] = KebabCase.Of(claim.Kind),
            ["hedge"] = KebabCase.Of(claim.Hedge),
            ["asserted"] = claim.Asserted.ToString(),
            ["reporter"] = claim.Reporter,
            ["proposition"] = claim.Proposition,
            ["question"] = question?.Text,
            ["decidedBy"] = question?.DecidedBy,
            ["stance"] = claim.Stance?.ToString(),
            ["status"] = KebabCase.Of(standing.Status),
            ["reason"] = standing.Reason,
            ["documents"] = standing.Support.Documents,
            ["roots"] = Envelope.Strings(standing.Support.Roots),
            ["evidenceFor"] = Envelope.Strings(claim.EvidenceFor),
            ["evidenceAgainst"] = Envelope.Strings(claim.EvidenceAgainst),
            ["opposedCount"] = standing.OpposedCount,
            ["opposedBy"] = Envelope.Strings(standing.OpposedBy),
            ["verdict"] = dossier.Verdicts.TryGetValue(claim.Id, out var verdict) ? Verdict(claim, verdict) : null,
            ["note"] = claim.Note,
        };
    }

    public static JsonObject Verdict(Claim claim, ClaimVerdict verdict) =>
        new()
        {
            ["verdict"] = KebabCase.Of(verdict.Verdict),
            ["because"] = verdict.Because,
            ["pointHolds"] = verdict.PointHolds,
            ["asked"] = claim.Query?.Asked,
            ["value"] = verdict.Answer.Value,
            ["truth"] = verdict.Answer.Truth,
            ["lower"] = verdict.Answer.Lower,
            ["upper"] = verdict.Answer.Upper,
            ["level"] = verdict.Answer.Level,
            ["intervalContains"] = verdict.Answer.Contains,
            ["unit"] = verdict.Answer.Unit,
            ["comparison"] = claim.Query is { } query ? KebabCase.Of(query.Holds.Comparison) : null,
            ["from"] = claim.Query?.Holds.Lower,
            ["to"] = claim.Query?.Holds.Upper,
            ["note"] = claim.Query?.Note,
            ["dataDigest"] = verdict.Answer.DataDigest,
            ["askedAt"] = verdict.Answer.AskedAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
}
