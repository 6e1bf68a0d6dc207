using Tare.Analysis;
using Tare.Records;

namespace Tare.Web.Tests;

/// <summary>A small report of invented values: trees for models, stones for benchmarks. Nothing in it was measured.</summary>
internal static class SampleReport
{
    public const string Contains = "response and benchmark sampling within a model (invented)";
    private const double Level = 0.9;
    private static readonly DateOnly s_start = new(2023, 3, 14);
    private static readonly DateOnly s_asOf = new(2026, 7, 24);

    private static readonly string[] s_trees =
    [
        "Alder",
        "Birch",
        "Cedar",
        "Dogwood",
        "Elm",
        "Fir",
        "Ginkgo",
        "Hazel",
        "Ironwood",
        "Juniper",
        "Katsura",
        "Larch",
        "Maple",
    ];

    private static readonly string[] s_stones =
    [
        "Agate",
        "Basalt",
        "Chert",
        "Dolomite",
        "Emery",
        "Flint",
        "Gneiss",
        "Halite",
        "Jasper",
        "Kyanite",
        "Limestone",
        "Marble",
    ];

    private static readonly string[] s_domains = ["software", "mathematics", "natural-science", "abstract", "cyber"];

    public static readonly ReportContext Context = new()
    {
        Version = "0.0.0-sample",
        CommandLine = "tare report --out tare-report",
        Inputs = [new("data/scores.csv", new string('a', 64)), new("methods/eci.yaml", new string('b', 64))],
        Sources = [new("caisi", "An invented evaluation", "Institute of Invention", "public domain") { Date = new(2026, 5, 1) }],
        LicenceNotes = ["Invented figures: no licence applies."],
    };

    /// <summary>The report; <paramref name="name"/> changes the name of the first model, <paramref name="models"/> their number.</summary>
    public static Report Of(string? name = null, int models = 52)
    {
        var people = Enumerable.Range(0, models).Select(i => Model(i, i == 0 ? name : null)).ToArray();
        var benchmarks = s_stones
            .Select(
                (s, i) =>
                    new Benchmark
                    {
                        Id = Slug(s),
                        Name = $"{s} Bench",
                        Domain = s_domains[i % 5],
                    }
            )
            .ToArray();
        var evidence = Evidence(people, benchmarks);
        var index = Fit(evidence, people, benchmarks, "eci", "ECI", IndexMethod(people), r => r, Axis.Weights);
        var caisi = Fit(
            evidence,
            people,
            benchmarks,
            "caisi-2026",
            "Elo",
            CaisiMethod(people[9].Id, Axis.Country),
            r => 800 + (22 * (r - 140)),
            Axis.Country
        );
        var weights = caisi.Abilities with
        {
            Rows = [.. caisi.Abilities.Rows.Zip(index.Abilities.Rows, (c, i) => c with { Group = i.Group })],
        };
        return new Report
        {
            Evidence = evidence,
            Draws = 1000,
            Index = index,
            IndexGap = Gap(index.Abilities, Axis.Weights, "closed", "open", LagDefinition.Records),
            CaisiLike = caisi,
            CaisiLikeGap = Gap(caisi.Abilities, Axis.Country, "US", "CN", LagDefinition.TrendLine),
            CaisiLikeGapOnWeights = Gap(weights, Axis.Weights, "closed", "open", LagDefinition.TrendLine),
            CaisiTable = Table(evidence),
            History = [.. History(index.Abilities)],
            IndexToPrintedElo = Converter(index.Abilities, caisi.Abilities, 4),
            IndexToCaisiLike = Converter(index.Abilities, caisi.Abilities, models),
            SmallestChange = Change(people),
            PublishedIndex = index
                .Abilities.Rows.Where((_, i) => i % 3 != 0)
                .ToDictionary(r => r.Id, r => r.Value + Wobble(r.Id.Length, 2), StringComparer.Ordinal),
        };
    }

    private static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');

    /// <summary>A number in [-size, size] that only looks irregular.</summary>
    private static double Wobble(double seed, double size) => size * Math.Sin((seed * 12.9898) + (seed * seed * 0.37));

    private static bool IsOpen(int i) => i % 2 == 1;

    private static double Ability(int i, int months) => 96 + (1.62 * months) - (IsOpen(i) ? 9 : 0) + Wobble(i + 1, 5);

    private static int Months(int i) => Math.Min(40, (i * 40 / 51) + (i % 3 == 0 ? 1 : 0));

    private static LanguageModel Model(int i, string? name)
    {
        var tree =
            $"{s_trees[i % s_trees.Length]} {1 + (i / s_trees.Length)}{(i % 4 == 2 ? ".5" : "")}{(i % 5 == 0 ? " Pro" : i % 7 == 3 ? " Thinking (high)" : "")}";
        return new LanguageModel
        {
            Id = $"m{i:00}-{Slug(s_trees[i % s_trees.Length])}",
            Name = name ?? tree,
            Developer = i % 6 == 4 ? null : $"{s_trees[i % 5]} Laboratory",
            Country =
                i % 9 == 8 ? null
                : IsOpen(i) && i % 4 != 3 ? "CN"
                : "US",
            Weights =
                i == 20 ? Weights.Unknown
                : IsOpen(i) ? Weights.Open
                : Weights.Closed,
            ReleaseDates = i == 17 ? [] : [new(s_start.AddMonths(Months(i)).AddDays((i * 7) % 25), ReleaseDateKind.Listed, "invented")],
        };
    }

    private static Evidence Evidence(LanguageModel[] people, Benchmark[] benchmarks)
    {
        var scores =
            from p in people.Select((m, i) => (Model: m, Index: i))
            from b in benchmarks.Select((b, j) => (Benchmark: b, Index: j))
            where ((p.Index * 5) + (b.Index * 3)) % 7 < 4
            let eta = (Ability(p.Index, Months(p.Index)) - (100 + (5 * b.Index))) / 9
            select new Score(p.Model.Id, b.Benchmark.Id, Math.Round(1 / (1 + Math.Exp(-eta)), 4))
            {
                StandardError = b.Index == 2 ? 0.02 : null,
            };
        return new Evidence
        {
            Name = "sample",
            Models = people,
            Benchmarks = benchmarks,
            Scores = [.. scores],
            Sources = [new("invented", "Invented scores", "The tests of Tare", "none needed") { Url = "https://example.org/scores" }],
            Notes = ["Every number is invented."],
        };
    }

    private static Methodology IndexMethod(LanguageModel[] people) =>
        new()
        {
            Name = "eci",
            Title = "Epoch's index, on invented scores",
            Reference = "nobody",
            Evidence = "sample",
            MinimumBenchmarks = 4,
            Family = ResponseFamily.TwoParameterLeastSquares,
            Ridge = 0.1,
            Scale = new ScaleDefinition.TwoAnchors
            {
                Unit = "ECI",
                LowModel = people[18].Id,
                LowValue = 130,
                HighModel = people[34].Id,
                HighValue = 150,
            },
        };

    private static Methodology CaisiMethod(string anchor, Axis axis) =>
        new()
        {
            Name = "caisi-2026",
            Title = "A CAISI-like Elo, on invented scores",
            Reference = "nobody",
            Assumptions = ["Sigma is 3 logits: not stated by the publisher.", "The origin is set by one model."],
            Evidence = "sample",
            Family = ResponseFamily.OneParameterWithSpread,
            Sigma = 3,
            Weighting = WeightRule.EqualDomains,
            Axis = axis,
            Leader = "US",
            Follower = "CN",
            Lag = LagDefinition.TrendLine,
            Uncertainty = UncertaintyRule.DomainJackknife,
            Scale = new ScaleDefinition.OneAnchor
            {
                Unit = "Elo",
                PointsPerLogit = 400 / Math.Log(10),
                Model = anchor,
                Value = 800,
            },
        };

    private static FitFinding Fit(
        Evidence evidence,
        LanguageModel[] people,
        Benchmark[] benchmarks,
        string name,
        string unit,
        Methodology method,
        Func<double, double> scale,
        Axis axis
    )
    {
        var half = Math.Abs(scale(3) - scale(0));
        var rows = people.Select(
            (m, i) =>
            {
                var value = scale(Ability(i, Months(i)));
                var anchor = i is 18 or 34;
                return new AbilityRow(m.Id, m.Name, value)
                {
                    Lower = anchor ? null : value - (half * (1 + (i % 3 * 0.3))),
                    Upper = anchor ? null : value + (half * (0.8 + (i % 2 * 0.3))),
                    Raw = value / 40,
                    Observations = evidence.Scores.Count(s => s.ModelId == m.Id),
                    Date = m.ListedDate,
                    Group =
                        axis == Axis.Country ? m.Country
                        : m.Weights == Weights.Unknown ? null
                        : m.Weights.ToString().ToLowerInvariant(),
                };
            }
        );
        return new FitFinding
        {
            Methodology = method with { Name = name },
            EvidenceName = evidence.Name,
            EvidenceDigest = evidence.Digest,
            Abilities = new AbilityTable
            {
                Unit = unit,
                Rows = [.. rows],
                Level = Level,
                Contains = Contains,
            },
            Items = [.. benchmarks.Select((b, j) => Item(b, j, evidence, scale))],
            ScoreCount = evidence.Scores.Count,
            Exclusions = [new("models with fewer than 4 benchmarks", 3, ["Nutmeg 1", "Oak 2"])],
            Objective = 6.5,
            GradientMaxNorm = 3e-11,
            Converged = true,
            Iterations = 12,
            AtBound = [],
            PointsPerLogit = 8,
            Origin = 120,
        };
    }

    private static ItemRow Item(Benchmark benchmark, int j, Evidence evidence, Func<double, double> scale) =>
        new(
            benchmark.Id,
            benchmark.Name,
            scale(100 + (5 * j)),
            0.11 + (0.01 * j),
            evidence.Scores.Count(s => s.BenchmarkId == benchmark.Id)
        )
        {
            RawDifficulty = j,
            RawDiscrimination = 1,
            Domain = benchmark.Domain,
        };

    private static List<AbilityRow> Records(AbilityTable table, string group)
    {
        var records = new List<AbilityRow>();
        foreach (var row in table.Rows.Where(r => r.Group == group && r.Date is not null).OrderBy(r => r.Date))
        {
            if (records.Count == 0 || row.Value > records[^1].Value)
            {
                records.Add(row);
            }
        }

        return records;
    }

    private static GapFinding Gap(AbilityTable table, Axis axis, string leader, string follower, LagDefinition headline)
    {
        var leaders = Records(table, leader);
        var followers = Records(table, follower);
        var definitions = Enum.GetValues<LagDefinition>()
            .Select(d => new LagEstimate(
                d,
                d == LagDefinition.Daily && axis == Axis.Country ? null : 4.4 + (int)d * 0.6,
                d == LagDefinition.Daily && axis == Axis.Country
                    ? null
                    : new Interval(2.9 + (int)d * 0.5, 6.8 + (int)d * 0.8, Level, Contains),
                followers.Count,
                (int)d
            )
            {
                Terms = "follower records",
                ComputableShare = 0.98,
            });
        var gap = leaders[^1].Value - followers[^1].Value;
        var neither = table.Rows.Where(r => r.Date is null || (r.Group != leader && r.Group != follower)).Select(r => r.Name).ToArray();
        return new GapFinding
        {
            Axis = axis,
            Leader = leader,
            Follower = follower,
            Since = new(2025, 1, 20),
            Abilities = table,
            AsOf = s_asOf,
            Headline = headline,
            Definitions = [.. definitions],
            Models = [],
            Vertical = new(s_asOf, gap, table.Unit, new Interval(gap * 0.6, gap * 1.5, Level, Contains))
            {
                DailyMean = gap,
                LeaderModel = leaders[^1],
                FollowerModel = followers[^1],
            },
            Widening = new(18, 17, 1, new Interval(-2, 4, Level, Contains), 0.7, table.Unit),
            LeaderRecords = leaders,
            FollowerRecords = followers,
            Trends = [Trend(leader, leaders), Trend(follower, followers)],
            Counts = (table.Rows.Count(r => r.Group == leader), table.Rows.Count(r => r.Group == follower), neither.Length),
            NeitherNames = neither,
        };
    }

    private static TrendLine Trend(string group, List<AbilityRow> records)
    {
        var days = records[^1].Date!.Value.DayNumber - records[0].Date!.Value.DayNumber;
        var slope = (records[^1].Value - records[0].Value) / days;
        var spread = Math.Abs(records[^1].Value - records[0].Value) * 0.03;
        var band = Enumerable
            .Range(0, 13)
            .Select(k =>
                (
                    Day: records[0].Date!.Value.AddDays(k * days / 12),
                    Value: records[0].Value + (slope * (k * days / 12)),
                    Half: spread * (1 + (Math.Abs(k - 6) * 0.2))
                )
            )
            .Select(p => new TrendPoint(p.Day, p.Value, p.Value - p.Half, p.Value + p.Half));
        return new(group, slope * 365.25, records.Count, [.. band]);
    }

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
