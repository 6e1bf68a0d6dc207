using Tare.Records;

namespace Tare.Dossier.Tests;

/// <summary>A small dossier that gives every rule something to look at and nothing to report.</summary>
internal static class CleanDossier
{
    public static DossierRecord Record { get; } = Build();

    public static ValueList<Condition> Conditions(string factor, string value) => [new Condition(factor, value)];

    private static DossierRecord Build()
    {
        var dossier = new DossierRecord
        {
            Id = "clean",
            Title = "A clean dossier",
            Language = "en",
            Recorded = PartialDate.Parse("2026-06-01"),
            Licence = "Apache-2.0",
            Holders =
            [
                new Holder
                {
                    Id = "ann",
                    Name = "Ann",
                    Kind = HolderKind.Person,
                },
                new Holder
                {
                    Id = "bob",
                    Name = "Bob",
                    Kind = HolderKind.Person,
                },
            ],
            Entities =
            [
                new NamedEntity
                {
                    Id = "acme",
                    Name = "Acme",
                    Kind = NamedEntityKind.Org,
                },
            ],
            Sources = [Source("s-ann", "ann"), Source("s-bob", "bob"), Source("s-table", null)],
            Propositions =
            [
                new Proposition
                {
                    Id = "p-faster",
                    Text = "Is it faster?",
                    Answer = AnswerType.Bool,
                },
            ],
            Facts =
            [
                new ReferenceFact("acme", StatedField.Licence, "MIT", "s-table"),
                new ReferenceFact("acme", StatedField.Members, "one, two", "s-table"),
                new ReferenceFact("acme", StatedField.Number, "26.8", "s-table"),
                new ReferenceFact("acme", StatedField.Vendor, "Acme", "s-table"),
            ],
            Readings =
            [
                new Reading
                {
                    Id = "r-ann",
                    Source = "s-ann",
                    Holder = "ann",
                    Present = ["faster"],
                },
            ],
            Evidence = [Evidence("e-one", "s-table", "old"), Evidence("e-two", "s-bob", "new")],
            Claims = Claims(),
            Tensions =
            [
                new Tension
                {
                    Id = "t1",
                    Text = "Faster or not",
                    Sides = [new TensionSide("ann", "c1"), new TensionSide("bob", "c2")],
                    Propositions = ["p-faster"],
                    Cites = ["s-ann"],
                },
            ],
            Timeline = [Event("ev1", "2026-05-02"), Event("ev2", "2026-05-12")],
            Questions =
            [
                new OpenQuestion
                {
                    Id = "oq1",
                    Text = "By how much?",
                    Why = "Nobody said.",
                    Cites = ["s-bob"],
                },
            ],
            Predictions = [Prediction()],
        };
        return dossier with { Topics = [Topic()] };
    }

    private static Publication Source(string id, string? maker) =>
        new()
        {
            Id = id,
            Title = id,
            Publisher = "Press",
            Kind = PublicationKind.Report,
            Tier = SourceTier.Primary,
            Published = PartialDate.Parse("2026-05-20"),
            Makers = maker is null ? [] : [maker],
            Url = $"https://example.org/{id}",
        };

    private static ClaimEvidence Evidence(string id, string source, string method) =>
        new()
        {
            Id = id,
            Source = source,
            Measure = "speed",
            Value = 5,
            Unit = "percent",
            Conditions = [new Condition("harness", "loop"), new Condition("method", method)],
            Rows = [new EvidenceRow("first", 3), new EvidenceRow("second", 5), new EvidenceRow("third", 9)],
        };

    private static ValueList<Claim> Claims() =>
        [
            new Claim
            {
                Id = "c1",
                Holder = "ann",
                Reporter = "s-ann",
                CarriedIn = ["s-ann"],
                Proposition = "p-faster",
                Stance = Stance.Of(2),
                Kind = ClaimKind.Finding,
                Asserted = PartialDate.Parse("2026-05-20"),
                Text = "The largest of three gains came in May within two weeks, by 5 percent, on two releases",
                Domain = "market",
                About = ["acme"],
                Events = ["ev1", "ev2"],
                KeyTerms = ["faster"],
                EvidenceFor = ["e-one", "e-two"],
                States =
                [
                    new StatedFact("acme", StatedField.Licence, "mit"),
                    new StatedFact("acme", StatedField.Members, "two, one"),
                    new StatedFact("acme", StatedField.Number, "27"),
                    new StatedFact("acme", StatedField.Vendor, "Acme"),
                ],
                Lists = [new ListedMembers("releases", ["one", "two"])],
                Scope = Conditions("harness", "loop"),
                Effect = new ClaimEffect("e-one", 5, EffectStatistic.Typical),
                Inference = new Inference(["e-one", "e-two"], "method"),
            },
            new Claim
            {
                Id = "c2",
                Holder = "bob",
                Reporter = "s-bob",
                CarriedIn = ["s-bob"],
                Proposition = "p-faster",
                Stance = Stance.Of(-1),
                Kind = ClaimKind.Opinion,
                Asserted = PartialDate.Parse("2026-05-20"),
                Text = "It is not faster",
            },
        ];

    private static TimelineEvent Event(string id, string date) =>
        new()
        {
            Id = id,
            Date = PartialDate.Parse(date),
            Text = id,
            Kind = TimelineKind.Release,
            Cites = ["s-ann"],
        };

    private static Prediction Prediction()
    {
        var prediction = new Prediction
        {
            Id = "pr1",
            Statement = "It doubles",
            Issuer = "ann",
            Source = "s-ann",
            Issued = new DateOnly(2026, 5, 20),
            WindowDays = 60,
            Deadline = new DateOnly(2026, 7, 19),
            Criteria = new PredictionCriteria
            {
                Falsifier = "It does not double.",
                Observable = "The published table.",
                TrueWhen = new QueryPredicate(QueryComparison.AtLeast, 2),
                Metric = "Ratio of the two rows.",
                JudgeRule = "True at 2 or more.",
            },
            Expectation = new Expectation
            {
                Text = "Half of 20 points, so about 10",
                Direction = Direction.Falls,
                Low = 8,
                High = 12,
                Share = 0.5,
                Unit = "elo",
                Of = [new ExpectedGap("it", 20)],
            },
        };
        return prediction with { Frozen = PredictionDigest.Of(prediction) };
    }

    private static Topic Topic() =>
        TopicHistory.Append(
            new Topic { Id = "speed", Title = "Speed" },
            new TopicVersion
            {
                Number = 1,
                Created = PartialDate.Parse("2026-05-21T10:00Z"),
                ItemCount = 2,
                Sources = ["s-ann", "s-bob"],
                What = "Ann says so [@s-ann].",
                Questions = ["oq1"],
                Timeline = ["ev1", "ev2"],
                Perspectives =
                [
                    new Perspective
                    {
                        Holder = "ann",
                        Claims = ["c1"],
                        Declared = EvolutionKind.FirstAppearance,
                    },
                    new Perspective { Holder = "bob", Claims = ["c2"] },
                ],
                Tensions = ["t1"],
            }
        );
}
