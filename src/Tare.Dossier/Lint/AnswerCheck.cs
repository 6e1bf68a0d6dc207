using Tare.Records;

namespace Tare.Dossier;

/// <summary>Kept answers that no longer answer their claim's question, and queries that nobody has asked.</summary>
internal sealed class AnswerCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("S13", "answers", "an answer to another question than its claim asks now, or an answer with both a figure and a truth value");

    public void Run(LintPass pass)
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in pass.Dossier.Answers)
        {
            Judge(pass, answer, answered);
        }

        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim.Query is not null && !answered.Contains(claim.Id))
            {
                pass.Gaps.Add(new LintGap(Rule.Id, $"claims/{claim.Id}/query", "never asked; 'tare claims check' asks it"));
            }
        }
    }

    private void Judge(LintPass pass, ClaimAnswer answer, HashSet<string> answered)
    {
        var at = $"answers/{answer.Id}";
        if (answer.Value is not null && answer.Truth is not null)
        {
            pass.Error(Rule.Id, at, "both a figure and a truth value", "one of them", "keep what the command printed");
        }

        if (pass.Index.Claim(answer.Claim) is not { } claim)
        {
            return;
        }

        if (VerdictHistory.IsCurrent(claim, answer))
        {
            answered.Add(answer.Claim);
        }
        else
        {
            pass.Note(
                Rule.Id,
                $"{at}/asked",
                $"'{answer.Asked}' is not what {claim.Id} asks now",
                claim.Query?.Asked ?? "a claim with a query",
                "it stays as what was known; 'tare claims check' asks again"
            );
        }
    }
}
