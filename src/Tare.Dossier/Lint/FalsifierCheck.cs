using Tare.Records;

namespace Tare.Dossier;

/// <summary>Predictions that nothing could show to be false.</summary>
internal sealed class FalsifierCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "L15",
            "falsifiers",
            "a prediction whose issuer names nothing observable that would count as false, or no bound between true and false"
        );

    public void Run(LintPass pass)
    {
        foreach (var prediction in pass.Dossier.Predictions)
        {
            var criteria = prediction.Criteria;
            var at = $"predictions/{prediction.Id}/criteria";
            var missing = new List<string>();
            if (string.IsNullOrWhiteSpace(criteria.Falsifier) || string.IsNullOrWhiteSpace(criteria.Observable))
            {
                missing.Add("an observable that would count as false");
            }

            if (criteria.TrueWhen is null)
            {
                missing.Add("a bound between true and false");
            }

            if (criteria.Origin == CriteriaOrigin.Dossier)
            {
                missing.Add("a criterion of the issuer's own");
            }

            if (missing.Count > 0)
            {
                pass.Warning(
                    Rule.Id,
                    at,
                    $"the prediction lacks {string.Join(", ", missing)}",
                    "an observable, a bound, and both from the issuer",
                    "ask the issuer; until then the criterion is the dossier's and the page says so"
                );
            }
        }
    }
}
