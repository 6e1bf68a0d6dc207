using Tare.Records;

namespace Tare.Catalogue;

/// <summary>What fields must not say together.</summary>
internal static class MethodologyRules
{
    public static void Check(Methodology m, MethodologyEntries entries)
    {
        CheckNames(m, entries);
        CheckLevel(m, entries);
        CheckFamily(m, entries);
        CheckGroups(m, entries);
        if (m.ScoreFloor >= m.ScoreCeiling)
        {
            throw entries.Error(
                "score-floor",
                $"a share below score-ceiling, which is {MethodologyFields.Number(m.ScoreCeiling)}",
                "exchange the two or correct one of them"
            );
        }

        if (m.AsOf is { } last && last < m.Since)
        {
            throw entries.Error("as-of", "a day no earlier than 'since', where the lag starts", "move one of the two");
        }

        if (m.ReleasedFrom is { } from && from > m.Since)
        {
            throw entries.Error("released-from", "a day no later than 'since', where the lag starts", "move one of the two");
        }
    }

    private static void CheckNames(Methodology m, MethodologyEntries entries)
    {
        if (!Slug.IsId(m.Name))
        {
            throw entries.Error("name", "lower case letters, digits, '.', '-' and '_'", $"write it as '{Slug.Of(m.Name)}'");
        }

        var both = m.IncludeBenchmarks.Intersect(m.ExcludeBenchmarks, StringComparer.Ordinal).FirstOrDefault();
        if (both is not null)
        {
            throw entries.Error(
                "exclude-benchmarks",
                $"no benchmark that include-benchmarks has; '{both}' is in both",
                "remove it from one of the two"
            );
        }

        if (m.IncludeModels.Intersect(m.ExcludeModels, StringComparer.Ordinal).FirstOrDefault() is { } model)
        {
            throw entries.Error(
                "exclude-models",
                $"no model that include-models has; '{model}' is in both",
                "remove it from one of the two"
            );
        }

        if (m.PinnedBenchmark is { } pinned && m.ExcludeBenchmarks.Contains(pinned, StringComparer.Ordinal))
        {
            throw entries.Error(
                "exclude-benchmarks",
                $"not the pinned benchmark '{pinned}'",
                "pin another one as well: --set pinned-benchmark=NAME"
            );
        }
    }

    private static void CheckLevel(Methodology m, MethodologyEntries entries)
    {
        if (m.Level is > 0 and < 1)
        {
            return;
        }

        var next = m.Level is > 1 and < 100
            ? $"for {MethodologyFields.Number(m.Level)} % write {MethodologyFields.Number(m.Level / 100)}"
            : "write 0.9 for 90 %";
        throw entries.Error("level", "a probability above 0 and below 1", next);
    }

    private static void CheckFamily(Methodology m, MethodologyEntries entries)
    {
        if (m.Family == ResponseFamily.OneParameterWithSpread)
        {
            const string Reason = "no value with the family one-parameter-with-spread, which has no such part";
            if (m.Ridge != 0)
            {
                throw entries.Error("ridge", Reason, "set ridge to 0, or choose the family two-parameter-least-squares");
            }

            if (m.PinnedBenchmark is not null)
            {
                throw entries.Error(
                    "pinned-benchmark",
                    Reason,
                    "set pinned-benchmark to none, or choose the family two-parameter-least-squares"
                );
            }
        }
        else if (m.Sigma != 0)
        {
            throw entries.Error(
                "sigma",
                "no value with the family two-parameter-least-squares, which has no such part",
                "set sigma to 0, or choose the family one-parameter-with-spread"
            );
        }
    }

    private static void CheckGroups(Methodology m, MethodologyEntries entries)
    {
        if (m.Leader == m.Follower)
        {
            throw entries.Error("follower", $"another group than the leader, which is '{m.Leader}'", "name the group that follows");
        }

        foreach (var (key, group) in new[] { ("leader", m.Leader), ("follower", m.Follower) })
        {
            if (m.Axis == Axis.Weights && group is not ("open" or "closed"))
            {
                throw entries.Error(key, "open or closed, since the axis is weights", "correct the group or set the axis as well");
            }

            if (m.Axis == Axis.Country && !Countries.IsCode(group))
            {
                throw entries.Error(
                    key,
                    "an ISO 3166 country code of two capital letters, since the axis is country",
                    "correct the group or set the axis as well"
                );
            }
        }
    }
}
