using Tare.Analysis;
using Tare.Records;

namespace Tare.Web.Tests;

/// <summary>A small report of invented values: trees for models, stones for benchmarks. Nothing in it was measured.</summary>
internal static partial class SampleReport
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
}
