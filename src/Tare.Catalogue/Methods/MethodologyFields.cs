using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Turns entries into a <see cref="Methodology"/> and back. Every field is named here once in each direction.</summary>
internal static class MethodologyFields
{
    private const string Cannot = "the evidence of this version holds published aggregates, which cannot vary it";

    /// <summary>The keys in the order in which a document lists them.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "name",
        "title",
        "reference",
        "assumptions",
        "evidence",
        "lag-evidence",
        "include-sources",
        "include-benchmarks",
        "exclude-benchmarks",
        "exclude-domains",
        "include-models",
        "exclude-models",
        "minimum-benchmarks",
        "released-from",
        "weighting",
        "harness-rule",
        "run-aggregation",
        "chance-correction",
        "subset-rule",
        "out-of-range",
        "score-floor",
        "score-ceiling",
        "family",
        "sigma",
        "ridge",
        "pinned-benchmark",
        .. MethodologyScale.Keys,
        "axis",
        "leader",
        "follower",
        "follower-model",
        "lag",
        "date-rule",
        "since",
        "as-of",
        "uncertainty",
        "level",
    ];

    public static Methodology Read(MethodologyEntries entries)
    {
        RefuseUnknown(entries);
        var methodology = new Methodology
        {
            Name = entries.Text("name"),
            Title = entries.Text("title"),
            Reference = entries.Text("reference"),
            Assumptions = entries.List("assumptions"),
            Evidence = entries.Text("evidence"),
            LagEvidence = entries.OptionalText("lag-evidence"),
            IncludeSources = entries.List("include-sources"),
            IncludeBenchmarks = entries.List("include-benchmarks"),
            ExcludeBenchmarks = entries.List("exclude-benchmarks"),
            ExcludeDomains = entries.List("exclude-domains"),
            IncludeModels = entries.List("include-models"),
            ExcludeModels = entries.List("exclude-models"),
            MinimumBenchmarks = entries.Count("minimum-benchmarks", 1000, 0),
            ReleasedFrom = entries.OptionalDate("released-from"),
            Weighting = entries.Choice<WeightRule>("weighting", WeightRule.EachScore),
            HarnessRule = entries.Word("harness-rule", "as-published", Cannot, "as-published"),
            RunAggregation = entries.Word("run-aggregation", "as-published", Cannot, "as-published"),
            ChanceCorrection = entries.Choice<ChanceRule>("chance-correction", ChanceRule.AsPublished),
            SubsetRule = entries.Word("subset-rule", "as-published", Cannot, "as-published"),
            OutOfRange = entries.Choice<OutOfRangeRule>("out-of-range", OutOfRangeRule.Clip),
            ScoreFloor = entries.Number("score-floor", 0, 1, 0),
            ScoreCeiling = entries.Number("score-ceiling", 0, 1, 1),
            Family = entries.Choice<ResponseFamily>("family"),
            Sigma = entries.Number("sigma", 0, 20, 0),
            Ridge = entries.Number("ridge", 0, 1000, 0),
            PinnedBenchmark = entries.OptionalText("pinned-benchmark"),
            Scale = MethodologyScale.Read(entries),
            Axis = entries.Choice<Axis>("axis", Axis.Weights),
            Leader = entries.Text("leader", "closed"),
            Follower = entries.Text("follower", "open"),
            FollowerModel = entries.OptionalText("follower-model"),
            Lag = entries.Choice<LagDefinition>("lag", LagDefinition.Records),
            DateRule = entries.Choice<DateRule>("date-rule", DateRule.AsListed),
            Since = entries.OptionalDate("since") ?? new DateOnly(2025, 1, 20),
            AsOf = entries.OptionalDate("as-of"),
            Uncertainty = entries.Choice<UncertaintyRule>("uncertainty", UncertaintyRule.Bootstrap),
            Level = entries.Number("level", 0, 100, 0.9),
        };
        MethodologyRules.Check(methodology, entries);
        return methodology;
    }

    public static MethodologyEntries Write(Methodology m, string place)
    {
        var entries = new MethodologyEntries(place);
        void One(string key, string? value) => entries.Set(key, MethodologyEntry.OfText(place, value ?? "none"));
        void Many(string key, IReadOnlyList<string> values) => entries.Set(key, MethodologyEntry.OfList(place, values));
        One("name", m.Name);
        One("title", m.Title);
        One("reference", m.Reference);
        Many("assumptions", m.Assumptions);
        One("evidence", m.Evidence);
        One("lag-evidence", m.LagEvidence);
        Many("include-sources", m.IncludeSources);
        Many("include-benchmarks", m.IncludeBenchmarks);
        Many("exclude-benchmarks", m.ExcludeBenchmarks);
        Many("exclude-domains", m.ExcludeDomains);
        Many("include-models", m.IncludeModels);
        Many("exclude-models", m.ExcludeModels);
        One("minimum-benchmarks", m.MinimumBenchmarks.ToString(CultureInfo.InvariantCulture));
        One("released-from", m.ReleasedFrom is { } day ? Day(day) : null);
        One("weighting", KebabCase.Of(m.Weighting));
        One("harness-rule", m.HarnessRule);
        One("run-aggregation", m.RunAggregation);
        One("chance-correction", KebabCase.Of(m.ChanceCorrection));
        One("subset-rule", m.SubsetRule);
        One("out-of-range", KebabCase.Of(m.OutOfRange));
        One("score-floor", Number(m.ScoreFloor));
        One("score-ceiling", Number(m.ScoreCeiling));
        One("family", KebabCase.Of(m.Family));
        One("sigma", Number(m.Sigma));
        One("ridge", Number(m.Ridge));
        One("pinned-benchmark", m.PinnedBenchmark);
        foreach (var (key, value) in MethodologyScale.Write(m.Scale))
        {
            One(key, value);
        }

        One("axis", KebabCase.Of(m.Axis));
        One("leader", m.Leader);
        One("follower", m.Follower);
        One("follower-model", m.FollowerModel);
        One("lag", KebabCase.Of(m.Lag));
        One("date-rule", KebabCase.Of(m.DateRule));
        One("since", Day(m.Since));
        One("as-of", m.AsOf is { } last ? Day(last) : null);
        One("uncertainty", KebabCase.Of(m.Uncertainty));
        One("level", Number(m.Level));
        return entries;
    }

    public static void RefuseUnknown(MethodologyEntries entries)
    {
        foreach (var key in entries.Keys)
        {
            if (!Keys.Contains(key, StringComparer.Ordinal))
            {
                throw Unknown(key, entries.Find(key)!.Where);
            }
        }
    }

    public static InputException Unknown(string key, string where)
    {
        var near = NearestNames.Of(key, Keys);
        return InputException.At(
            where,
            $"unknown key '{key}'",
            "a key of a methodology; 'tare methods show eci' lists them",
            near.Count == 0 ? "remove it or correct its name" : $"did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?"
        );
    }

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
