using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 2: how far a score filled in from a part of the items is from the whole.</summary>
internal static class SubsetImputationStudy
{
    private const double Share = 0.25;

    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 2,
            Name = "subset-imputation",
            Claim = "Filling in a score from a subset of the tasks, as for V4 Pro's CTF score, biases it.",
            Criterion =
                "Hold out known scores at 25 % of the items, difficulties from the other submissions. Refuted as a bias if the mean error of both model-based variants is within 2 points on both data sets and on one repository as a domain; supported if it is 2 points or more in one; single scores are judged by their root mean square error.",
            Needs = [StudyDataSet.TerminalBench, StudyDataSet.SweBench],
            Decides = "The size and choice of the subset that CAISI ran, and the variant that it used; none is stated.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var studies = new (string Name, HoldOutStudy Study)[]
        {
            ("Terminal-Bench 2.0", Of(data, data.TerminalBench!, null, cancel)),
            ("SWE-bench Verified", Of(data, data.SweBench!, null, cancel)),
            ("SWE-bench Verified, sympy", Of(data, data.SweBench!, "sympy", cancel)),
        };
        var cells = studies.SelectMany(s => s.Study.Cells.Where(c => c.Third is 0 or 3).Select(c => (s.Name, Cell: c))).ToList();
        var models = cells.Where(c => c.Cell is { Third: 0, Share: Share, Variant: not ImputationVariant.PlainMean }).ToList();
        var worst = models.MaxBy(c => Math.Abs(c.Cell.Bias));
        var all = models.First(c => c.Cell.Variant == ImputationVariant.AllBenchmarks).Cell;
        var uneven = cells.First(c => c.Cell is { Third: 3, Share: Share, Variant: ImputationVariant.AllBenchmarks }).Cell;
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict = Math.Abs(worst.Cell.Bias) < 0.02 ? StudyVerdict.Refuted : StudyVerdict.Supported,
            Answer =
                $"At a quarter of the items the largest mean error is {StudyText.Tenth(100 * worst.Cell.Bias)} points ({worst.Name}, {KebabCase.Of(worst.Cell.Variant)}), so there is no common bias. "
                + $"A single score is off by {Range(models)} points (root mean square); with the ability taken from other domains, {StudyText.Tenth(100 * uneven.RootMeanSquare)} points for the most uneven third, whose 90 % intervals hold the truth in {StudyText.Percent(uneven.Coverage)} of cases.",
            Estimate = 100 * worst.Cell.Bias,
            Unit = "points",
            Interval = StudyText.Normal(
                100 * worst.Cell.Bias,
                100 * worst.Cell.BiasError,
                "the choice of submissions held out, and of subsets"
            ),
            Rows =
            [
                .. cells.SelectMany(c =>
                    Rows(
                        $"{c.Name}, {KebabCase.Of(c.Cell.Variant)}, {StudyText.Percent(c.Cell.Share)}{(c.Cell.Third == 3 ? ", most uneven third" : "")}",
                        c.Cell
                    )
                ),
            ],
            Denominator = string.Join(
                "; ",
                studies.Select(s =>
                    $"{s.Name}: {s.Study.Persons} of {s.Study.CompletePersons} submissions, {s.Study.ItemCount} items, {s.Study.Options.Repeats} subsets each"
                )
            ),
            Limits =
            [
                "Public stand-ins: neither data set is CTF-Archive-Diamond, and its own profile decides V4 Pro's error.",
                "Subsets are random; a subset chosen by difficulty, or cut short by a budget, can be worse.",
                $"Repositories of SWE-bench stand in for domains: real domains differ more, so {StudyText.Tenth(100 * all.RootMeanSquare)} points is a lower bound for the variant from all benchmarks.",
            ],
        };
    }

    private static string Range(List<(string Name, HoldOutCell Cell)> models) =>
        $"{StudyText.Tenth(100 * models.Min(c => c.Cell.RootMeanSquare))} to {StudyText.Tenth(100 * models.Max(c => c.Cell.RootMeanSquare))}";

    private static IEnumerable<StudyRow> Rows(string label, HoldOutCell c)
    {
        yield return new StudyRow(
            $"{label}: bias",
            100 * c.Bias,
            "points",
            StudyText.Normal(100 * c.Bias, 100 * c.BiasError, "the choice of submissions held out, and of subsets")
        );
        yield return new StudyRow($"{label}: root mean square error", 100 * c.RootMeanSquare, "points");
        yield return new StudyRow($"{label}: 90 % intervals that hold the truth", c.Coverage, "share");
    }

    private static HoldOutStudy Of(StudyData data, ResponseMatrix responses, string? benchmark, CancellationToken cancel) =>
        HoldOutStudy.Of(
            responses,
            benchmark,
            item => item.Split("__", 2)[0],
            new HoldOutOptions { MostPersons = data.HeldOutPersons, Stream = "study/subset-imputation" },
            null,
            cancel
        );
}
