using Tare.Analysis;
using Tare.Records;

namespace Tare.Web.Tests;

/// <summary>The parts of the invented report beside the two fits and their gaps.</summary>
internal static partial class SampleReport
{
    private static TableStudy Table(Evidence evidence)
    {
        string[] names = ["Quercus 5", "Rowan 4", "Spruce V4", "Tamarisk Mini"];
        double[] leads = [433, 146, 0, -24];
        var ids = names.Select(Slug).ToArray();
        var tests = s_stones
            .Take(9)
            .Select(
                (s, j) =>
                    new ItemRow(Slug(s), $"{s} Test", 500 + (60 * j), 0.005, 4)
                    {
                        RawDifficulty = j,
                        RawDiscrimination = 1,
                        Domain = s_domains[j % 5],
                    }
            )
            .ToArray();
        var method = CaisiMethod(ids[2], Axis.Country);
        var rows = names.Select(
            (n, i) =>
                new AbilityRow(ids[i], n, 800 + leads[i])
                {
                    Lower = i == 2 ? null : 650 + leads[i],
                    Upper = i == 2 ? null : 950 + leads[i],
                    Observations = 9,
                }
        );
        DropRow Drop(string label, string[] dropped, double sigma, double factor) =>
            new(
                label,
                dropped,
                sigma,
                ids.Select((id, i) => (id, leads[i] * factor)).ToDictionary(x => x.id, x => x.Item2, StringComparer.Ordinal)
            );
        string[] disputed = [tests[0].Id, tests[1].Id, tests[2].Id];
        return new TableStudy
        {
            Fit = new FitFinding
            {
                Methodology = method,
                EvidenceName = "sample-table",
                EvidenceDigest = evidence.Digest,
                Abilities = new AbilityTable
                {
                    Unit = "Elo",
                    Rows = [.. rows],
                    Level = Level,
                    Contains = "domains (invented)",
                },
                Items = tests,
                ScoreCount = 35,
                Exclusions = [],
                Objective = 1.25,
                GradientMaxNorm = 1e-12,
                Converged = true,
                Iterations = 9,
                AtBound = [],
                PointsPerLogit = 173.718,
                Origin = 800,
                DomainJackknife = new(
                    s_domains,
                    new Dictionary<string, double>(StringComparer.Ordinal) { [ids[0]] = 91, [ids[1]] = 57 },
                    new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal)
                ),
            },
            Rows =
            [
                Drop("", [], 0, 0.5),
                Drop("", [], 1, 0.58),
                Drop("", [], 2, 0.77),
                Drop("", [], 3, 1),
                Drop("", [], 4, 1.25),
                Drop("without Agate", [disputed[0]], 3, 0.84),
                Drop("without Agate, Basalt and Chert", disputed, 3, 0.35),
            ],
            Disputed = disputed,
            DisputedShare = new Dictionary<string, double>(StringComparer.Ordinal) { [ids[0]] = 0.65, [ids[1]] = 0.92 },
            Printed = ids.Select((id, i) => (id, value: 800 + (leads[i] * 1.06)))
                .ToDictionary(x => x.id, x => (x.value, 28.0), StringComparer.Ordinal),
        };
    }

    private static IEnumerable<GapHistoryPoint> History(AbilityTable table)
    {
        for (var k = 0; k < 31; k++)
        {
            var date = new DateOnly(2024, 1, 1).AddMonths(k);
            double? months = k is 12 or 13 ? null : 8 + Wobble(k, 3);
            var points = 9 + Wobble(k + 50, 3);
            yield return new(
                date,
                months,
                months is { } m ? new Interval(m - 2, m + 2.5, Level, Contains) : null,
                points,
                new Interval(points - 3, points + 3, Level, Contains),
                table.Rows[Math.Min(k, table.Rows.Count - 1)].Name,
                table.Rows[Math.Min(k + 1, table.Rows.Count - 1)].Name,
                10 + k,
                100 + (10 * k)
            );
        }
    }

    private static ScaleConverter Converter(AbilityTable from, AbilityTable to, int count)
    {
        var step = Math.Max(1, from.Rows.Count / count);
        var points = from
            .Rows.Select((r, i) => (From: r, To: to.Rows[i].Value + Wobble(i, 40)))
            .Where((_, i) => i % step == 0)
            .Take(count)
            .Select(p => new ScalePoint(
                p.From.Id,
                p.From.Name,
                p.From.Value,
                p.To,
                (22 * p.From.Value) - 2280,
                (22 * p.From.Value) - 2400,
                (22 * p.From.Value) - 2160
            ));
        return new(from.Unit, to.Unit, 22, -2280, 0.97, Level, [.. points]);
    }

    private static SmallestChange Change(LanguageModel[] people)
    {
        var change = new HeadlineChange(
            ChangeKind.Date,
            $"{people[30].Name} dated by its release instead of its announcement",
            117,
            "days",
            5.2,
            people[51 % people.Length].Name,
            people[50 % people.Length].Name,
            people[40 % people.Length].Name,
            ["the months fall below 6"]
        );
        return new SmallestChange
        {
            Meaning = "another best model in either group, another crossing model, or months outside the interval.",
            Tried = new Dictionary<ChangeKind, int>
            {
                [ChangeKind.Date] = 9,
                [ChangeKind.Score] = 350,
                [ChangeKind.Benchmark] = 12,
            },
            Flipping = new Dictionary<ChangeKind, int>
            {
                [ChangeKind.Date] = 1,
                [ChangeKind.Score] = 4,
                [ChangeKind.Benchmark] = 2,
            },
            Smallest =
            [
                change,
                change with
                {
                    Kind = ChangeKind.Score,
                    Description = "one score of Agate Bench left out",
                    Size = 1,
                    SizeUnit = "scores",
                },
            ],
            Strongest =
            [
                change with
                {
                    Kind = ChangeKind.Benchmark,
                    Description = "Flint Bench left out",
                    Size = 31,
                    SizeUnit = "scores",
                    Months = 8.9,
                    Flips = [],
                },
            ],
        };
    }
}
