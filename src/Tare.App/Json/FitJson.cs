using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Screens;

namespace Tare.App.Json;

/// <summary>The result of <c>tare fit --json</c>, schema <c>tare/fit/1</c>.</summary>
internal static class FitJson
{
    public static JsonObject Of(FitFinding fit) =>
        new()
        {
            ["method"] = MethodJson.Summary(fit.Methodology),
            ["evidence"] = new JsonObject { ["name"] = fit.EvidenceName, ["digest"] = fit.EvidenceDigest },
            ["objective"] = fit.Objective,
            ["gradientMaxNorm"] = fit.GradientMaxNorm,
            ["converged"] = fit.Converged,
            ["iterations"] = fit.Iterations,
            ["atBound"] = Cli.Envelope.Strings(fit.AtBound),
            ["unit"] = fit.Abilities.Unit,
            ["pointsPerLogit"] = fit.PointsPerLogit,
            ["origin"] = fit.Origin,
            ["level"] = fit.Abilities.Level,
            ["draws"] = fit.Abilities.Draws.Length,
            ["drawsNotConverged"] = fit.DrawsNotConverged,
            ["intervalContains"] = fit.Abilities.Contains,
            ["counts"] = new JsonObject
            {
                ["scores"] = fit.ScoreCount,
                ["models"] = fit.Abilities.Rows.Count,
                ["benchmarks"] = fit.Items.Count,
            },
            ["exclusions"] = Exclusions(fit.Exclusions),
            ["models"] = new JsonArray([.. fit.Abilities.Rows.Select(Model)]),
            ["items"] = new JsonArray([.. fit.Items.Select(Item)]),
            ["domainJackknife"] = fit.DomainJackknife is { } j ? Jackknife(j) : null,
        };

    /// <summary>What was left out or changed.</summary>
    public static JsonArray Exclusions(IEnumerable<Exclusion> exclusions) =>
        new([
            .. exclusions.Select(e => new JsonObject
            {
                ["what"] = e.What,
                ["count"] = e.Count,
                ["examples"] = Cli.Envelope.Strings(e.Examples),
            }),
        ]);

    private static JsonObject Model(AbilityRow m) =>
        new()
        {
            ["id"] = m.Id,
            ["name"] = m.Name,
            ["value"] = m.Value,
            ["lower"] = m.Lower,
            ["upper"] = m.Upper,
            ["raw"] = m.Raw,
            ["observations"] = m.Observations,
            ["date"] = m.Date is { } d ? Show.Date(d) : null,
            ["group"] = m.Group,
        };

    private static JsonObject Item(ItemRow i) =>
        new()
        {
            ["id"] = i.Id,
            ["name"] = i.Name,
            ["difficulty"] = i.Difficulty,
            ["discrimination"] = i.Discrimination,
            ["rawDifficulty"] = i.RawDifficulty,
            ["rawDiscrimination"] = i.RawDiscrimination,
            ["domain"] = i.Domain,
            ["observations"] = i.Observations,
        };

    private static JsonObject Jackknife(DomainJackknifeFinding j)
    {
        var errors = new JsonObject();
        foreach (var (id, value) in j.StandardErrors.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            errors[id] = value;
        }

        return new JsonObject { ["domains"] = Cli.Envelope.Strings(j.Domains), ["standardErrors"] = errors };
    }
}
