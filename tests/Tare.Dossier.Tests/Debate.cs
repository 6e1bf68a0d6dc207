using Tare.Catalogue.Dossiers;
using Tare.Records;

namespace Tare.Dossier.Tests;

/// <summary>The dossier of May 2026 as it comes with the program.</summary>
internal static class Debate
{
    public static readonly DateTimeOffset AsOf = Instant("2026-11-22T12:00Z");

    public static DossierFile File { get; } = CuratedDossiers.Open("open-closed-gap-2026");

    public static DossierRecord Dossier => File.Dossier;

    public static DossierIndex Index { get; } = DossierIndex.Of(File.Dossier);

    public static Topic Topic => Dossier.Topics[0];

    public static DateTimeOffset Instant(string text) => PartialDate.Parse(text).Latest!.Value;

    public static LintReport Lint(DossierRecord dossier, DateTimeOffset? asOf = null) =>
        DossierLint.Of(DossierIndex.Of(dossier), new LintOptions { AsOf = asOf ?? AsOf });

    public static DossierRecord WithClaim(this DossierRecord dossier, string id, Func<Claim, Claim> change) =>
        dossier with
        {
            Claims = [.. dossier.Claims.Select(c => c.Id == id ? change(c) : c)],
        };

    public static DossierRecord WithPrediction(this DossierRecord dossier, string id, Func<Prediction, Prediction> change) =>
        dossier with
        {
            Predictions = [.. dossier.Predictions.Select(p => p.Id == id ? change(p) : p)],
        };

    public static DossierRecord WithVersion(this DossierRecord dossier, int number, Func<TopicVersion, TopicVersion> change) =>
        dossier with
        {
            Topics = [.. dossier.Topics.Select(t => t with { Versions = [.. t.Versions.Select(v => v.Number == number ? change(v) : v)] })],
        };
}
