using System.Text.Json;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>Claims as schema.org Claim and ClaimReview in JSON-LD, safe inside a script element.</summary>
public static class ClaimJsonLd
{
    private const int Worst = 1;
    private const int Best = 5;

    /// <summary>A claim, and a review of it where it was reviewed: decided by a reviewer, corroborated or contradicted by evidence, or settled by a query.</summary>
    /// <param name="feed">Where the pages live and who speaks.</param>
    /// <param name="index">The dossier.</param>
    /// <param name="standing">The claim and how it stands.</param>
    /// <param name="verdict">What its query says, or <see langword="null"/>.</param>
    public static string Of(FeedAddress feed, DossierIndex index, ClaimStanding standing, ClaimVerdict? verdict = null)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var verdicts = new Dictionary<string, ClaimVerdict>(StringComparer.Ordinal);
        if (verdict is not null)
        {
            verdicts[standing.Claim.Id] = verdict;
        }

        return Of(feed, index, [standing], verdicts);
    }

    /// <summary>Several claims and their reviews in one graph.</summary>
    /// <param name="feed">Where the pages live and who speaks.</param>
    /// <param name="index">The dossier.</param>
    /// <param name="standings">The claims and how they stand.</param>
    /// <param name="verdicts">What queries say, by claim.</param>
    public static string Of(
        FeedAddress feed,
        DossierIndex index,
        IReadOnlyList<ClaimStanding> standings,
        IReadOnlyDictionary<string, ClaimVerdict> verdicts
    )
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(verdicts);
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            foreach (var standing in standings)
            {
                WriteClaim(json, feed, index, standing.Claim);
                if (Rating(standing, verdicts.GetValueOrDefault(standing.Claim.Id)) is { } rating)
                {
                    WriteReview(json, feed, index, standing, rating);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string Id(FeedAddress feed, Claim claim) => $"{feed.Id}:claims/{Uri.EscapeDataString(claim.Id)}";

    private static void WriteClaim(Utf8JsonWriter json, FeedAddress feed, DossierIndex index, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Claim");
        json.Text("@id", Id(feed, claim));
        json.Text("text", claim.Text);
        json.Text("inLanguage", claim.Language ?? index.Dossier.Language);
        json.Text("datePublished", claim.Asserted.IsKnown ? claim.Asserted.ToString() : null);
        json.Text("url", SafeText.Page(feed, $"claims/{claim.Id}"));
        var holder = index.Holder(claim.Holder);
        json.WriteStartObject("author");
        json.WriteString("@type", holder?.Kind == HolderKind.Person ? "Person" : "Organization");
        json.Text("name", holder?.Name ?? claim.Holder);
        json.WriteEndObject();
        json.WriteStartArray("appearance");
        foreach (var id in claim.CarriedIn.Prepend(claim.Reporter).Distinct(StringComparer.Ordinal))
        {
            WriteWork(json, index, id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWork(Utf8JsonWriter json, DossierIndex index, string id)
    {
        var source = index.Source(id);
        json.WriteStartObject();
        json.WriteString("@type", "CreativeWork");
        json.Text("name", source?.Title ?? id);
        json.Text("publisher", source?.Publisher);
        json.Text("datePublished", source is { Published.IsKnown: true } ? source.Published.ToString() : null);
        json.Text("url", SafeText.Link(source?.Url));
        json.WriteEndObject();
    }

    private static void WriteReview(
        Utf8JsonWriter json,
        FeedAddress feed,
        DossierIndex index,
        ClaimStanding standing,
        (int Value, string Name, string Body) rating
    )
    {
        json.WriteStartObject();
        json.WriteString("@type", "ClaimReview");
        json.Text("@id", $"{Id(feed, standing.Claim)}/review");
        json.Text("claimReviewed", standing.Claim.Text);
        json.Text("reviewBody", rating.Body);
        json.Text("inLanguage", index.Dossier.Language);
        json.Text("datePublished", standing.Decision is { At.IsKnown: true } decision ? decision.At.ToString() : null);
        json.Text("url", SafeText.Page(feed, $"claims/{standing.Claim.Id}"));
        json.WriteStartObject("author");
        json.WriteString("@type", "Organization");
        json.Text("name", feed.Author);
        json.WriteEndObject();
        json.WriteStartObject("itemReviewed");
        json.Text("@id", Id(feed, standing.Claim));
        json.WriteEndObject();
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        json.WriteNumber("ratingValue", rating.Value);
        json.WriteNumber("worstRating", Worst);
        json.WriteNumber("bestRating", Best);
        json.Text("alternateName", rating.Name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static (int Value, string Name, string Body)? Rating(ClaimStanding standing, ClaimVerdict? verdict)
    {
        if (verdict is { Verdict: not Verdict.NotAnswered })
        {
            var value = verdict.Verdict switch
            {
                Verdict.Supported => Best,
                Verdict.Refuted => Worst,
                _ => (Best + Worst) / 2,
            };
            return (value, KebabCase.Of(verdict.Verdict), verdict.Because);
        }

        return standing.Status switch
        {
            ClaimStatus.Corroborated => (4, "corroborated", standing.Reason),
            ClaimStatus.Contradicted => (Worst, "contradicted", standing.Reason),
            ClaimStatus.Contested when standing.Decision is not null => ((Best + Worst) / 2, "contested", standing.Reason),
            _ => null,
        };
    }
}
