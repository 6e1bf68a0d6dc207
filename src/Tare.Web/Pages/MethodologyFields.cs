using System.Globalization;
using Tare.Records;

namespace Tare.Web.Pages;

/// <summary>A methodology as rows of a table: every choice that it makes, by the names of its document.</summary>
internal static class MethodologyFields
{
    public static IReadOnlyList<(string Key, string Value)> Of(Methodology method) =>
        [
            ("evidence", method.Evidence),
            ("lag-evidence", method.EvidenceForLag),
            ("include-benchmarks", Listed(method.IncludeBenchmarks, "all")),
            ("exclude-benchmarks", Listed(method.ExcludeBenchmarks, "none")),
            ("exclude-domains", Listed(method.ExcludeDomains, "none")),
            ("exclude-models", Listed(method.ExcludeModels, "none")),
            ("minimum-benchmarks", Number(method.MinimumBenchmarks)),
            ("released-from", method.ReleasedFrom is { } from ? Words.Day(from) : "any date"),
            ("weighting", Name(method.Weighting)),
            ("harness-rule", method.HarnessRule),
            ("run-aggregation", method.RunAggregation),
            ("chance-correction", method.ChanceCorrection),
            ("subset-rule", method.SubsetRule),
            ("out-of-range", $"{Name(method.OutOfRange)} to [{Number(method.ScoreFloor)}, {Number(method.ScoreCeiling)}]"),
            ("family", Name(method.Family)),
            ("sigma", method.Family == ResponseFamily.OneParameterWithSpread ? $"{Number(method.Sigma)} logits" : "not applicable"),
            ("ridge", method.Family == ResponseFamily.TwoParameterLeastSquares ? Number(method.Ridge) : "not applicable"),
            ("pinned-benchmark", method.PinnedBenchmark ?? "none"),
            ("scale", Scale(method.Scale)),
            ("axis", $"{Name(method.Axis)}: {method.Leader} leads, {method.Follower} follows"),
            ("lag", Words.Name(method.Lag)),
            ("date-rule", Name(method.DateRule)),
            ("since", Words.Day(method.Since)),
            ("uncertainty", $"{Name(method.Uncertainty)}, {Words.Level(method.Level)}"),
        ];

    private static string Scale(ScaleDefinition scale) =>
        scale switch
        {
            ScaleDefinition.TwoAnchors two =>
                $"{two.Unit}: {two.LowModel} = {Number(two.LowValue)}, {two.HighModel} = {Number(two.HighValue)}",
            ScaleDefinition.OneAnchor one =>
                $"{one.Unit}: {one.Model} = {Number(one.Value)}, {Words.Fixed(one.PointsPerLogit, 3)} points a logit",
            _ => scale.Unit,
        };

    private static string Listed(IReadOnlyList<string> values, string empty) => values.Count == 0 ? empty : string.Join(", ", values);

    private static string Name<T>(T value)
        where T : struct, Enum => Words.Kebab(value.ToString());

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
