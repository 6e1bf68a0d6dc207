using Tare.Records;

namespace Tare.Dossier;

/// <summary>Stances that do not answer their proposition.</summary>
internal sealed class StanceCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("S9", "stances", "a stance of another form than its proposition asks for, or without a proposition");

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim.Stance is null)
            {
                continue;
            }

            var proposition = pass.Index.Proposition(claim.Proposition);
            if (claim.Proposition is null)
            {
                Report(
                    pass,
                    claim,
                    $"{claim.Stance} on nothing",
                    "a proposition beside the stance",
                    "name the proposition, or remove the stance"
                );
            }
            else if (proposition is not null && Wrong(proposition, claim.Stance) is { } expected)
            {
                Report(pass, claim, $"{claim.Stance}", expected, $"answer {proposition.Id} in the form that it asks for");
            }
        }
    }

    private void Report(LintPass pass, Claim claim, string found, string expected, string next) =>
        pass.Error(Rule.Id, $"claims/{claim.Id}/stance", found, expected, next);

    private static string? Wrong(Proposition proposition, Stance stance) =>
        proposition.Answer switch
        {
            AnswerType.Bool => stance.Degree is null ? "a degree from -2 to 2" : null,
            AnswerType.Quantity => stance.Low is null || !string.Equals(stance.Unit, proposition.Unit, StringComparison.Ordinal)
                ? $"a range in {proposition.Unit}"
                : null,
            AnswerType.Choice => proposition.Options.Contains(stance.Choice, StringComparer.Ordinal)
                ? null
                : $"one of {string.Join(", ", proposition.Options)}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
