namespace Tare.Analysis;

/// <summary>Claim 12: whether a fixed budget of tokens costs open models more.</summary>
internal static class TokenBudgetStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 12,
            Name = "token-budget",
            Claim = "A fixed budget of tokens penalises models unequally, open ones more.",
            Criterion =
                "Gain per tenfold budget of open models minus that of closed ones, in logits. Supported if its 90 % interval lies above 0, refuted if below; needs at least three models of each group at two budgets on the same tasks.",
            Needs = [],
            Decides =
                "Three open and three closed models on one public task set in one harness at 0.5, 1 and 5 million tokens, results task by task.",
        },
        (study, _, _) =>
            new ClaimStudyFinding
            {
                Study = study,
                Verdict = StudyVerdict.Undecidable,
                Answer =
                    "Not with public data. Task-level results at two budgets are public for closed models only, and budget curves are published without the tasks behind them.",
                Denominator = "no open model at two budgets on the same tasks",
                Limits =
                [
                    "Leaderboard submissions differ in budget and harness together, so their budgets cannot be told apart from their harnesses.",
                ],
            }
    );
}
