using System.Diagnostics;
using System.Globalization;
using Tare.Records;

namespace Tare.Dossier.Tests;

[Trait("tier", "gate")]
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Claims = 100_000;

    [Fact]
    public void A_dossier_of_100_000_claims_is_indexed_linted_and_judged()
    {
        var dossier = Large();
        var clock = new Clock(output);
        var index = DossierIndex.Of(dossier);
        clock.Note("indexed");
        var report = DossierLint.Of(index, new LintOptions { AsOf = Debate.AsOf });
        clock.Note("linted");
        var standings = ClaimStanding.All(index);
        clock.Note("judged");

        report.Findings.Where(f => f.Severity == LintSeverity.Error).ShouldHaveSingleItem().Address.ShouldBe("claims/c99999/cites");
        report.Of("L2").Count.ShouldBe(Claims / 1000);
        report.Of("L1").Count.ShouldBe(Claims / 10);
        standings.Count.ShouldBe(Claims);
        standings[0].OpposedCount.ShouldBe(index.ClaimsOn("p0").Count(c => c.Stance!.Degree < 0 && c.Holder != "h0"));
        standings.Count(s => s.Status == ClaimStatus.Contested).ShouldBe(Claims);
    }

    [Fact]
    public void A_hostile_shape_does_not_make_it_quadratic()
    {
        // One holder who says yes and no 50,000 times each, and one who says no once: naming opponents must not search the crowd.
        var template = CleanDossier.Record.Claims[1];
        var crowd = Enumerable
            .Range(0, Claims)
            .Select(i => template with { Id = $"c{i}", Holder = "ann", Stance = Stance.Of(i % 2 == 0 ? 2 : -2) });
        var dossier = CleanDossier.Record with { Claims = [.. crowd, template with { Id = "last" }], Topics = [], Tensions = [] };
        var clock = new Clock(output);
        var standings = ClaimStanding.All(DossierIndex.Of(dossier));
        clock.Note("judged");
        standings[0].OpposedBy.ShouldBe(["last"]);
        standings[1].OpposedCount.ShouldBe(0);
        standings[^1].OpposedCount.ShouldBe(Claims / 2);
    }

    [Fact]
    public void Claims_that_cite_one_report_and_name_absent_evidence_are_linted_in_linear_time()
    {
        // All of one holder on one proposition, half of them told by the report that the other half cite.
        var template = CleanDossier.Record.Claims[1];
        var report = CleanDossier.Record.Sources[2].Id;
        var crowd = Enumerable
            .Range(0, Claims)
            .Select(i =>
                template with
                {
                    Id = Name("c", i),
                    Reporter = i % 2 == 0 ? report : template.Reporter,
                    Cites = i % 2 == 0 ? [] : [report],
                    EvidenceFor = [Name("absent", i)],
                }
            );
        var dossier = CleanDossier.Record with { Claims = [.. crowd], Topics = [], Tensions = [] };
        var clock = new Clock(output);
        var found = DossierLint.Of(DossierIndex.Of(dossier), new LintOptions { AsOf = Debate.AsOf });
        clock.Note("linted");
        found.Of("S2").Count(f => f.Address.EndsWith("/evidence_for", StringComparison.Ordinal)).ShouldBe(Claims);
        found.Of("L13").ShouldBeEmpty();
    }

    private static DossierRecord Large()
    {
        var clean = CleanDossier.Record;
        var sources = Enumerable
            .Range(0, 10_000)
            .Select(i => clean.Sources[2] with { Id = Name("s", i), DerivedFrom = i % 10 == 0 ? [] : [Name("s", i - 1)] });
        var claims = Enumerable
            .Range(0, Claims)
            .Select(i => new Claim
            {
                Id = Name("c", i),
                Holder = Name("h", i % 500),
                Reporter = Name("s", i % 10_000),
                CarriedIn = i % 10 == 1 ? [Name("s", i % 10_000), Name("s", (i % 10_000) + 1)] : [Name("s", i % 10_000)],
                Proposition = Name("p", i % 200),
                Stance = Stance.Of(i % 3 == 0 ? 2 : -1),
                Asserted = PartialDate.Parse("2026-05-20"),
                Text =
                    i % 1000 == 0
                        ? "It came in November"
                        : "It came in May, and it helps with long tasks of many steps in a real repository",
                Events = ["ev1", "ev2"],
                Cites = i == Claims - 1 ? ["s-absent"] : [],
            });
        return clean with
        {
            Sources = [.. clean.Sources, .. sources],
            Holders = [.. clean.Holders, .. Enumerable.Range(0, 500).Select(i => new Holder { Id = Name("h", i), Name = Name("h", i) })],
            Propositions =
            [
                .. clean.Propositions,
                .. Enumerable
                    .Range(0, 200)
                    .Select(i => new Proposition
                    {
                        Id = Name("p", i),
                        Text = "Is it so?",
                        Answer = AnswerType.Bool,
                    }),
            ],
            Claims = [.. claims],
            Topics = [],
            Tensions = [],
            Predictions = [],
        };
    }

    private static string Name(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Prints how long each step took; on a busy machine the processor time is the one to read.</summary>
    private sealed class Clock(ITestOutputHelper output)
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private TimeSpan _processor = Process.GetCurrentProcess().TotalProcessorTime;

        public void Note(string step)
        {
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            output.WriteLine(
                FormattableString.Invariant(
                    $"{step}: {_watch.Elapsed.TotalSeconds:0.000} s, processor {(processor - _processor).TotalSeconds:0.000} s"
                )
            );
            _processor = processor;
            _watch.Restart();
        }
    }
}
