using Tare.Records;

namespace Tare.Analysis;

/// <summary>The studies of the claims that were made in May 2026 about how far open models are behind.</summary>
/// <remarks>See docs/reports/claims-2026-05. Each study is pure: the same data give the same finding, whatever the threads.</remarks>
public static class ClaimStudies
{
    private static readonly IReadOnlyList<StudyPlan> s_plans =
    [
        DisputedBenchmarksStudy.Plan,
        SubsetImputationStudy.Plan,
        IndexAgreementStudy.Plan,
        DefinitionSpanStudy.Plan,
        WideningStudy.Plan,
        PreferredHarnessStudy.Plan,
        GenericHarnessStudy.Plan,
        HarnessShareStudy.Plan,
        RankReversalStudy.Plan,
        MaximumOfManyStudy.Plan,
        PrintedIntervalStudy.Plan,
        TokenBudgetStudy.Plan,
        SelfReportStudy.Plan,
        HeldOutTasksStudy.Plan,
        OneParameterStudy.Plan,
        DomainWeightsStudy.Plan,
        PortingStudy.Plan,
        ArcScoringStudy.Plan,
        ScoringRulesStudy.Plan,
    ];

    /// <summary>All studies, by the number of their claim.</summary>
    public static IReadOnlyList<ClaimStudy> All { get; } = [.. s_plans.Select(p => p.Study)];

    /// <summary>Runs a study.</summary>
    /// <param name="name">Its name, or the number of its claim.</param>
    /// <param name="data">What it reads.</param>
    /// <param name="cancel">Stops between fits.</param>
    /// <exception cref="InputException">There is no such study, or a data set that it needs is absent.</exception>
    public static ClaimStudyFinding Run(string name, StudyData data, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(data);
        var plan = Find(name);
        foreach (var need in plan.Study.Needs)
        {
            Require(plan.Study, need, data);
        }

        return plan.Run(plan.Study, data, cancel);
    }

    /// <summary>The study of a name, or of a claim's number.</summary>
    /// <param name="name">Name or number.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static ClaimStudy Get(string name) => Find(name).Study;

    private static StudyPlan Find(string name) =>
        s_plans.FirstOrDefault(p =>
            string.Equals(p.Study.Name, name, StringComparison.Ordinal)
            || string.Equals(StudyText.Whole(p.Study.Number), name, StringComparison.Ordinal)
        )
        ?? throw InputException.At(
            $"study '{name}'",
            "there is none of that name or number",
            $"a number from 1 to {s_plans.Count}, or one of {string.Join(", ", s_plans.Select(p => p.Study.Name))}",
            NearestNames.NextStep(name, s_plans.Select(p => p.Study.Name), "take one of them")
        );

    private static void Require(ClaimStudy study, StudyDataSet need, StudyData data)
    {
        var isHere = need switch
        {
            StudyDataSet.TerminalBench => data.TerminalBench is not null,
            StudyDataSet.SweBench => data.SweBench is not null,
            _ => true,
        };
        if (!isHere)
        {
            throw InputException.At(
                $"study '{study.Name}'",
                $"the data set {KebabCase.Of(need)} is absent",
                "results task by task, which are not kept in this program",
                "name a folder that has agent-psychometrics/terminalbench and agent-psychometrics/swebench_verified: TARE_DATA_MIRROR=FOLDER"
            );
        }
    }
}
