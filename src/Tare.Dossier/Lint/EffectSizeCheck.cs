using Tare.Records;

namespace Tare.Dossier;

/// <summary>Effect sizes against the table they come from.</summary>
internal sealed class EffectSizeCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "L12",
            "effect sizes",
            "a cited figure that no row of its table has, or the largest of several rows put forward as the usual one"
        );

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim.Effect is { } effect && pass.Index.Evidence(effect.Evidence) is { } evidence)
            {
                Check(pass, claim, effect, evidence);
            }
        }
    }

    private void Check(LintPass pass, Claim claim, ClaimEffect effect, ClaimEvidence evidence)
    {
        var at = $"claims/{claim.Id}/effect";
        if (evidence.Rows.Count == 0)
        {
            pass.Gaps.Add(new LintGap(Rule.Id, at, $"{evidence.Id} has no rows: add the table to judge the figure"));
            return;
        }

        var values = evidence.Rows.Select(r => r.Value).Order().ToList();
        var row = evidence.Rows.FirstOrDefault(r => Math.Abs(r.Value - effect.Value) <= Rounding(effect.Value));
        if (row is null)
        {
            var nearest = evidence.Rows.MinBy(r => Math.Abs(r.Value - effect.Value))!;
            pass.Warning(
                Rule.Id,
                at,
                FormattableString.Invariant($"{effect.Value} {evidence.Unit} has no row in {evidence.Id}"),
                FormattableString.Invariant(
                    $"one of {evidence.Rows.Count} rows, {values[0]} to {values[^1]}; the nearest is {nearest.Value} ({nearest.Label})"
                ),
                "cite the row, or say where the figure stands"
            );
        }
        else if (effect.Statistic is EffectStatistic.Typical && values.Count > 1 && row.Value >= values[^1])
        {
            pass.Warning(
                Rule.Id,
                at,
                FormattableString.Invariant(
                    $"{effect.Value} {evidence.Unit} is the largest of {values.Count} rows ({row.Label}), put forward as the usual effect"
                ),
                FormattableString.Invariant($"the median, {Median(values):0.##} {evidence.Unit}, or the words 'up to'"),
                "say which row it is and how many there are; the largest of several is biased upwards"
            );
        }
    }

    // A whole number was rounded to the unit, another one to its last printed digit.
    private static double Rounding(double value) => value == Math.Round(value) ? 0.5 : 0.05;

    private static double Median(List<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
