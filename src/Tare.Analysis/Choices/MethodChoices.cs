using System.Globalization;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>The choices of two methodologies: where they differ, in words, and every mixture of the two.</summary>
public static class MethodChoices
{
    /// <summary>Every choice, in the order in which they act.</summary>
    public static readonly IReadOnlyList<MethodChoice> All = Enum.GetValues<MethodChoice>();

    private static readonly MethodChoice[] s_ofElo =
    [
        MethodChoice.Evidence,
        MethodChoice.Benchmarks,
        MethodChoice.Models,
        MethodChoice.Weighting,
        MethodChoice.ScoreRule,
        MethodChoice.Likelihood,
        MethodChoice.DateRule,
    ];

    /// <summary>The choice as the subject of a sentence.</summary>
    /// <param name="choice">The choice.</param>
    public static string Name(MethodChoice choice) =>
        choice switch
        {
            MethodChoice.Evidence => "the evidence",
            MethodChoice.Benchmarks => "which benchmarks",
            MethodChoice.Models => "which models",
            MethodChoice.Weighting => "the weights",
            MethodChoice.ScoreRule => "the score rule",
            MethodChoice.Likelihood => "the likelihood",
            MethodChoice.Axis => "who is compared",
            MethodChoice.FollowerModel => "which follower is looked at",
            MethodChoice.Lag => "the lag's definition",
            MethodChoice.DateRule => "the dates",
            MethodChoice.Since => "the start of the period",
            MethodChoice.AsOf => "the last release that counts",
            MethodChoice.Level => "the level of significance",
            _ => KebabCase.Of(choice),
        };

    /// <summary>What a methodology chose, in the words of its document.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="m">The methodology.</param>
    /// <param name="estimand">What is asked: months may rest on another evidence than Elo.</param>
    public static string Describe(MethodChoice choice, Methodology m, Estimand estimand)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(estimand);
        return choice switch
        {
            MethodChoice.Evidence => EvidenceOf(m, estimand)
                + (m.IncludeSources.Count > 0 ? $" ({string.Join(", ", Ordered(m.IncludeSources))})" : ""),
            MethodChoice.Benchmarks => Subset(
                m.IncludeBenchmarks,
                [.. m.ExcludeBenchmarks, .. m.ExcludeDomains.Select(d => $"domain {d}")]
            ),
            MethodChoice.Models => Models(m),
            MethodChoice.Weighting => KebabCase.Of(m.Weighting),
            MethodChoice.ScoreRule => ScoreRule(m),
            MethodChoice.Likelihood => Likelihood(m),
            MethodChoice.Axis => $"{m.Follower} behind {m.Leader}",
            MethodChoice.FollowerModel => m.FollowerModel ?? "the best",
            MethodChoice.Lag => KebabCase.Of(m.Lag),
            MethodChoice.DateRule => KebabCase.Of(m.DateRule),
            MethodChoice.Since => Day(m.Since),
            MethodChoice.AsOf => m.AsOf is { } last ? Day(last) : "newest",
            MethodChoice.Level => Number(m.Level),
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "Expected a choice that this version knows."),
        };
    }

    /// <summary>The choices in which two methodologies differ and that can move the estimand.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="estimand">What is asked; the scale is no choice where it is months, nor is anything about dates where it is Elo.</param>
    public static IReadOnlyList<MethodChoice> Differing(Methodology a, Methodology b, Estimand estimand)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(estimand);
        IEnumerable<MethodChoice> asked = estimand.Kind == EstimandKind.Elo ? s_ofElo : All;
        return [.. asked.Where(c => !Same(c, a, b, estimand))];
    }

    /// <summary>The first methodology with some choices of the second. The name goes with the likelihood, since random streams are named by it.</summary>
    /// <param name="a">Where all other fields come from.</param>
    /// <param name="b">Where the chosen fields come from.</param>
    /// <param name="fromB">The choices taken from <paramref name="b"/>.</param>
    public static Methodology Mix(Methodology a, Methodology b, IEnumerable<MethodChoice> fromB)
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(fromB);
        return fromB.Aggregate(a, (m, choice) => Taken(choice, m, b));
    }

    /// <summary>Name of the evidence behind an estimand.</summary>
    internal static string EvidenceOf(Methodology m, Estimand estimand) =>
        estimand.Kind == EstimandKind.Elo ? m.Evidence : m.EvidenceForLag;

    private static Methodology Taken(MethodChoice choice, Methodology m, Methodology b) =>
        choice switch
        {
            MethodChoice.Evidence => m with { Evidence = b.Evidence, LagEvidence = b.LagEvidence, IncludeSources = b.IncludeSources },
            MethodChoice.Benchmarks => m with
            {
                IncludeBenchmarks = b.IncludeBenchmarks,
                ExcludeBenchmarks = b.ExcludeBenchmarks,
                ExcludeDomains = b.ExcludeDomains,
            },
            MethodChoice.Models => m with
            {
                IncludeModels = b.IncludeModels,
                ExcludeModels = b.ExcludeModels,
                MinimumBenchmarks = b.MinimumBenchmarks,
                ReleasedFrom = b.ReleasedFrom,
            },
            MethodChoice.Weighting => m with { Weighting = b.Weighting },
            MethodChoice.ScoreRule => m with
            {
                ChanceCorrection = b.ChanceCorrection,
                OutOfRange = b.OutOfRange,
                ScoreFloor = b.ScoreFloor,
                ScoreCeiling = b.ScoreCeiling,
            },
            MethodChoice.Likelihood => m with
            {
                Name = b.Name,
                Family = b.Family,
                Sigma = b.Sigma,
                Ridge = b.Ridge,
                PinnedBenchmark = b.PinnedBenchmark,
                Scale = b.Scale,
            },
            MethodChoice.Axis => m with { Axis = b.Axis, Leader = b.Leader, Follower = b.Follower },
            MethodChoice.FollowerModel => m with { FollowerModel = b.FollowerModel },
            MethodChoice.Lag => m with { Lag = b.Lag },
            MethodChoice.DateRule => m with { DateRule = b.DateRule },
            MethodChoice.Since => m with { Since = b.Since },
            MethodChoice.AsOf => m with { AsOf = b.AsOf },
            MethodChoice.Level => m with { Level = b.Level },
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "Expected a choice that this version knows."),
        };

    /// <summary>Equal in every field of the choice; of the evidence only what the estimand rests on counts.</summary>
    private static bool Same(MethodChoice choice, Methodology a, Methodology b, Estimand estimand) =>
        string.Equals(Describe(choice, a, estimand), Describe(choice, b, estimand), StringComparison.Ordinal)
        && (choice != MethodChoice.Axis || a.Axis == b.Axis)
        && (choice != MethodChoice.Likelihood || estimand.Kind == EstimandKind.Elo || a.Scale == b.Scale);

    private static string Models(Methodology m)
    {
        List<string> parts = [Subset(m.IncludeModels, m.ExcludeModels)];
        if (m.MinimumBenchmarks > 0)
        {
            parts.Add($"at least {m.MinimumBenchmarks.ToString(CultureInfo.InvariantCulture)} benchmarks");
        }

        if (m.ReleasedFrom is { } from)
        {
            parts.Add($"from {Day(from)}");
        }

        return string.Join(", ", parts);
    }

    private static string ScoreRule(Methodology m)
    {
        var guessing = m.ChanceCorrection == ChanceRule.Undone ? "guessing put back, " : "";
        return $"{guessing}{KebabCase.Of(m.OutOfRange)} to [{Number(m.ScoreFloor)}, {Number(m.ScoreCeiling)}]";
    }

    private static string Likelihood(Methodology m) =>
        m.Family switch
        {
            ResponseFamily.OneParameterWithSpread => $"one parameter, sigma {Number(m.Sigma)}",
            _ => $"two parameters, ridge {Number(m.Ridge)}" + (m.PinnedBenchmark is { } pinned ? $", {pinned} pinned" : ""),
        };

    private static string Subset(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        var listed = include.Count == 0 ? "all" : string.Join(", ", Ordered(include));
        return exclude.Count == 0 ? listed : $"{listed} without {string.Join(", ", Ordered(exclude))}";
    }

    private static IEnumerable<string> Ordered(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
