using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Releases;
using Tare.App.Screens;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>Releases of models as JSON.</summary>
internal static class ModelJson
{
    /// <summary>A release as a row of the list.</summary>
    public static JsonObject Row(ModelRow row)
    {
        var r = row.Release;
        return new JsonObject
        {
            ["id"] = r.Id,
            ["name"] = r.Name,
            ["developer"] = r.Developer,
            ["country"] = r.Country,
            ["date"] = r.ReleaseDate.IsKnown ? r.ReleaseDate.ToString() : null,
            ["weights"] = KebabCase.Of(r.Weights),
            ["terms"] = KebabCase.Of(r.Terms),
            ["licence"] = r.Licence?.Id,
            ["totalParameters"] = r.TotalParameters,
            ["activeParameters"] = r.ActiveParameters,
            ["contextTokens"] = r.ContextTokens,
            ["preferredHarness"] = r.PreferredHarness,
            ["platforms"] = new JsonArray([.. r.Platforms.Select(p => Platform(p, r.ReleaseDate))]),
            ["ability"] = Ability(row.Ability),
            ["memoryBytes"] = row.MemoryBytes,
            ["price"] = r.LowestPrice is { } price ? Price(price) : null,
            ["abilityPerBillionActiveParameters"] = row.PerActiveParameter,
            ["abilityPerGigabyte"] = row.PerGigabyte,
            ["abilityPerDollar"] = row.PerDollar,
            ["conflicts"] = new JsonArray([.. r.Conflicts.Select(Fact)]),
        };
    }

    /// <summary>A release with every statement.</summary>
    public static JsonObject Whole(ModelRow row)
    {
        var r = row.Release;
        var json = Row(row);
        json["otherNames"] = Envelope.Strings(r.OtherNames);
        json["facts"] = new JsonArray([.. r.Facts.Select(Fact)]);
        json["precedence"] = JoinedFact.PrecedenceRule;
        json["licenceText"] = r.Licence is { } licence ? Licence(licence) : null;
        json["prices"] = new JsonArray([.. r.Prices.Select(Price)]);
        json["architecture"] = r.ArchitectureId;
        json["category"] = r.Category;
        json["confidence"] = r.Confidence;
        json["note"] = r.Note;
        return json;
    }

    /// <summary>A fact with the value in force first.</summary>
    public static JsonObject Fact(JoinedFact fact) =>
        new()
        {
            ["field"] = KebabCase.Of(fact.Field),
            ["inForce"] = fact.InForce.Value,
            ["conflict"] = fact.HasConflict,
            ["statements"] = new JsonArray([
                .. fact.Statements.Select(s => new JsonObject
                {
                    ["value"] = s.Value,
                    ["standing"] = KebabCase.Of(s.Standing),
                    ["sources"] = Envelope.Strings(s.Sources),
                    ["note"] = s.Note,
                    ["unverified"] = s.IsUnverified,
                }),
            ]),
        };

    private static JsonObject? Ability(AbilityRow? ability) =>
        ability is null
            ? null
            : new JsonObject
            {
                ["value"] = ability.Value,
                ["lower"] = ability.Lower,
                ["upper"] = ability.Upper,
                ["scores"] = ability.Observations,
            };

    private static JsonObject Platform(PlatformSupport p, PartialDate release) =>
        new()
        {
            ["platform"] = p.Platform,
            ["supports"] = p.Supports,
            ["seen"] = p.Seen is { } seen ? Show.Date(seen) : null,
            ["lagAtMostDays"] = p.LagAtMostDays(release),
            ["source"] = p.Source,
            ["note"] = p.Note,
        };

    private static JsonObject Licence(Licence licence) =>
        new()
        {
            ["id"] = licence.Id,
            ["name"] = licence.Name,
            ["terms"] = KebabCase.Of(licence.Terms),
            ["attribution"] = licence.RequiresAttribution,
            ["condition"] = licence.Condition,
            ["url"] = licence.Url,
        };

    private static JsonObject Price(TokenPrice price) =>
        new()
        {
            ["provider"] = price.Provider,
            ["effectiveFrom"] = Show.Date(price.EffectiveFrom),
            ["unit"] = "USD per million tokens",
            ["input"] = price.InputUsd,
            ["output"] = price.OutputUsd,
            ["cacheRead"] = price.CacheReadUsd,
            ["cacheWrite"] = price.CacheWriteUsd,
            ["blended"] = price.BlendedUsd,
            ["source"] = price.Source,
        };
}
