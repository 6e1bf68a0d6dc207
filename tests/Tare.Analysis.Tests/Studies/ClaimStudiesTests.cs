using Tare.Catalogue;
using Tare.Records;

namespace Tare.Analysis.Tests.Studies;

/// <summary>The studies that need no data but the embedded ones, and what they have in common.</summary>
public sealed class ClaimStudiesTests
{
    private static readonly StudyData s_data = new()
    {
        Curated = CuratedData.Evidence(),
        CaisiTable = CuratedData.CaisiTable(),
        PrintedElo = CuratedData.CaisiElo().ToDictionary(p => p.ModelId, p => (p.Value, p.HalfWidth95), StringComparer.Ordinal),
        Eci = Methodologies.Get("eci"),
        Caisi = Methodologies.Get("caisi-2026"),
        HarnessScores = CuratedData.HarnessScores(),
        SelfReports = CuratedData.SelfReports(),
        Submissions = CuratedData.Submissions(),
        Draws = 60,
        Simulations = 300,
    };

    [Fact]
    public void Every_study_has_a_number_a_name_and_a_criterion_of_its_own()
    {
        ClaimStudies.All.Select(s => s.Number).ShouldBe(Enumerable.Range(1, ClaimStudies.All.Count));
        ClaimStudies.All.Select(s => s.Name).ShouldBeUnique();
        foreach (var study in ClaimStudies.All)
        {
            (
                study.Criterion.Contains("upported", StringComparison.Ordinal)
                && study.Criterion.Contains("efuted", StringComparison.Ordinal)
            ).ShouldBeTrue(study.Name);
            ClaimStudies.Get(study.Name).ShouldBeSameAs(ClaimStudies.Get($"{study.Number}"));
        }
    }

    [Fact]
    public void Every_study_on_embedded_data_answers_with_numbers_that_agree_with_its_verdict()
    {
        foreach (var study in ClaimStudies.All.Where(s => !s.Needs.Any(n => n is StudyDataSet.TerminalBench or StudyDataSet.SweBench)))
        {
            var finding = Run(study.Name);
            finding.Answer.ShouldNotBeEmpty();
            finding.Denominator.ShouldNotBeEmpty();
            finding.Limits.ShouldNotBeEmpty();
            finding.Rows.ShouldAllBe(r => r.Value == null || double.IsFinite(r.Value.Value));
            finding.Rows.ShouldAllBe(r => r.Interval == null || (r.Interval.Lower <= r.Interval.Upper && r.Interval.Contains.Length > 0));
            if (finding.Verdict != StudyVerdict.Undecidable)
            {
                finding.Estimate.ShouldNotBeNull(study.Name);
            }
        }
    }

    /// <summary>Computed by an independent program: 65 % and 92 %, to half a per cent (Elo points given whole).</summary>
    [Fact]
    public void The_three_disputed_benchmarks_carry_what_an_independent_program_found()
    {
        var finding = Run("disputed-benchmarks");
        finding.Verdict.ShouldBe(StudyVerdict.Supported);
        finding.Estimate!.Value.ShouldBe(0.65, 0.006);
        finding
            .Rows.First(r => r.Label.StartsWith("Claude Opus 4.6, sigma 3", StringComparison.Ordinal))
            .Value!.Value.ShouldBe(0.92, 0.006);
    }

    /// <summary>Independent program: 91 and 57 Elo by domains, 20 from two printed half widths of 28.</summary>
    [Fact]
    public void The_printed_interval_is_less_than_half_of_the_error_by_domains()
    {
        var finding = Run("printed-interval");
        finding.Verdict.ShouldBe(StudyVerdict.Refuted);
        Row("GPT-5.5: standard error by domains").ShouldBe(91, 0.6);
        Row("Claude Opus 4.6: standard error by domains").ShouldBe(57, 0.6);
        Row("GPT-5.5: standard error as printed").ShouldBe(Math.Sqrt(2) * 28 / 1.96, 0.01);

        double Row(string label) => finding.Rows.Single(r => r.Label == label).Value!.Value;
    }

    [Fact]
    public void One_domain_less_puts_opus_between_107_and_179_points_ahead()
    {
        var opus = Run("domain-weights")
            .Rows.Where(r => r.Label.StartsWith("Claude Opus 4.6", StringComparison.Ordinal))
            .Select(r => r.Value!.Value)
            .ToList();
        opus.Min().ShouldBe(107, 0.6);
        opus.Max().ShouldBe(179, 0.6);
    }

    [Fact]
    public void The_official_rule_is_bounded_by_the_task_mean_and_by_independent_attempts()
    {
        var finding = Run("arc-scoring");
        finding.Rows.Single(r => r.Label == "DeepSeek-V4-Pro: best of two, most allowed").Value!.Value.ShouldBe(1 - (0.54 * 0.54), 1e-12);
        var low = finding.Rows.Single(r => r.Label == "GPT-5.5: lead, V4 Pro at its least allowed").Value!.Value;
        var high = finding.Rows.Single(r => r.Label == "GPT-5.5: lead, V4 Pro at its most allowed").Value!.Value;
        finding.Estimate!.Value.ShouldBe(low - high, 1e-9);
        foreach (var (model, score) in new[] { ("Claude Opus 4.6", "official score"), ("GPT-5.5", "official score") })
        {
            var official = finding.Rows.Single(r => r.Label == $"{model}: {score}").Value!.Value;
            official.ShouldBeInRange(
                finding.Rows.Single(r => r.Label == $"{model}: best of two, least allowed").Value!.Value,
                finding.Rows.Single(r => r.Label == $"{model}: best of two, most allowed").Value!.Value
            );
        }
    }

    [Fact]
    public void Six_reversals_are_the_most_that_three_by_three_can_have()
    {
        var most = 0;
        foreach (var order in Permutations().SelectMany(a => Permutations().SelectMany(b => Permutations().Select(c => (a, b, c)))))
        {
            var solved = new int[3, 3];
            for (var m = 0; m < 3; m++)
            {
                (solved[m, 0], solved[m, 1], solved[m, 2]) = (order.a[m], order.b[m], order.c[m]);
            }

            most = Math.Max(most, RankReversalStudy.Reversals(solved));
        }

        most.ShouldBe(6);
        RankReversalStudy
            .Reversals(
                new[,]
                {
                    { 105, 113, 131 },
                    { 110, 117, 127 },
                    { 104, 118, 121 },
                }
            )
            .ShouldBe(6);

        static int[][] Permutations() =>
            [
                [1, 2, 3],
                [1, 3, 2],
                [2, 1, 3],
                [2, 3, 1],
                [3, 1, 2],
                [3, 2, 1],
            ];
    }

    /// <summary>
    /// The simulated share of a cell is the one asked for, to the approximation of the attenuation (0.01) and four standard errors of
    /// 400 tables whose tasks are common to a row: 4 · √(0.25 / (60 · 400)) = 0.013.
    /// </summary>
    [Fact]
    public void Simulated_tables_have_the_shares_that_were_asked_for()
    {
        var shares = new[,]
        {
            { 0.35, 0.5 },
            { 0.62, 0.3 },
        };
        var simulation = new TableSimulation(shares, 60, 0, "test/table-simulation");
        for (var m = 0; m < 2; m++)
        {
            for (var h = 0; h < 2; h++)
            {
                var (model, harness) = (m, h);
                var mean = simulation
                    .Statistics(400, solved => solved[model, harness] / 60.0, TestContext.Current.CancellationToken)
                    .Average();
                mean.ShouldBe(shares[m, h], 0.023);
            }
        }
    }

    [Fact]
    public void A_study_without_its_data_or_of_no_such_name_says_what_to_do()
    {
        Should.Throw<InputException>(() => Run("harness-share")).Message.ShouldContain("TARE_DATA_MIRROR");
        Should.Throw<InputException>(() => Run("arc")).Message.ShouldContain("arc-scoring");
    }

    private static ClaimStudyFinding Run(string name) => ClaimStudies.Run(name, s_data, TestContext.Current.CancellationToken);
}
