using Tare.Records;

namespace Tare.Dossier;

/// <summary>A version's label of how a holder moved that its own claims do not bear out.</summary>
internal sealed class EvolutionCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("S10", "evolution labels", "a declared evolution, against the version before, that differs from the computed one");

    public void Run(LintPass pass)
    {
        foreach (var topic in pass.Dossier.Topics)
        {
            foreach (var version in topic.Versions)
            {
                Check(pass, topic, version);
            }
        }
    }

    private void Check(LintPass pass, Topic topic, TopicVersion version)
    {
        if (version.Perspectives.Select(p => p.Holder).Distinct(StringComparer.Ordinal).Count() != version.Perspectives.Count)
        {
            pass.Error(
                Rule.Id,
                $"topics/{topic.Id}/versions/{version.Number}/perspectives",
                "a holder has two perspectives",
                "one for each holder",
                "join them"
            );
            return;
        }

        if (version.Perspectives.All(p => p.Declared is null))
        {
            return;
        }

        var computed = HolderEvolution.Of(pass.Index, topic, version.Number).ToDictionary(e => e.Holder, StringComparer.Ordinal);
        foreach (var p in version.Perspectives.Where(p => p.Declared is not null && p.Baseline == EvolutionBaseline.PriorVersion))
        {
            if (computed[p.Holder].Kind is var kind && kind != p.Declared)
            {
                pass.Warning(
                    Rule.Id,
                    $"topics/{topic.Id}/versions/{version.Number}/perspectives",
                    $"{p.Holder} is labelled {KebabCase.Of(p.Declared!.Value)}",
                    $"{KebabCase.Of(kind)}: {computed[p.Holder].Because}",
                    "say baseline: holder-history if the label compares with what the holder said elsewhere"
                );
            }
        }
    }
}
