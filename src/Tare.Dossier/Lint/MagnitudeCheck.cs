using Tare.Records;

namespace Tare.Dossier;

/// <summary>Predicted sizes that contradict each other or the known size of the thing.</summary>
internal sealed class MagnitudeCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "L8",
            "magnitudes",
            "a prediction whose range of points and whose share of the known gaps cannot both be meant; a range that means next to nothing"
        );

    public void Run(LintPass pass)
    {
        foreach (var prediction in pass.Dossier.Predictions)
        {
            var e = prediction.Expectation;
            if (e is not { Low: { } low, High: { } high, Share: { } share } || e.Of.Count == 0)
            {
                continue;
            }

            if (e.Of.Any(gap => gap.Value * share >= low && gap.Value * share <= high))
            {
                continue;
            }

            var shares = string.Join(
                ", ",
                e.Of.Select(g => FormattableString.Invariant($"{g.Value * share:0.#} of {g.Value:0.#} ({g.Label})"))
            );
            var odds = string.Equals(e.Unit, "elo", StringComparison.Ordinal)
                ? FormattableString.Invariant($"; {high:0.#} Elo are {100 * WinShare(high):0.0} % win odds")
                : string.Empty;
            pass.Warning(
                Rule.Id,
                $"predictions/{prediction.Id}/expectation",
                FormattableString.Invariant($"{low:0.#} to {high:0.#} {e.Unit} and a share of {share:0.##} at once{odds}"),
                $"one size: the share alone means {shares}",
                "judge the direction alone, or ask the issuer which of the two is meant"
            );
        }
    }

    private static double WinShare(double points) => Elo.Odds(points) / (1 + Elo.Odds(points));
}
