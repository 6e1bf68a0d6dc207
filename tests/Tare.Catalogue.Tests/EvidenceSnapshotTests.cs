using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Evidence on disk: what was written comes back, and a change is noticed and named.</summary>
public sealed class EvidenceSnapshotTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("curated")]
    [InlineData("caisi-2026-05")]
    public void Writing_and_reading_is_identity(string name)
    {
        var evidence = new EvidenceResolver(null, null).Resolve(name).Evidence;
        var text = EvidenceSnapshot.Write(evidence);
        var read = EvidenceSnapshot.Read(text, "x");
        read.Digest.ShouldBe(evidence.Digest);
        read.Scores.ShouldBe(evidence.Scores);
        read.Benchmarks.ShouldBe(evidence.Benchmarks);
        read.Sources.ShouldBe(evidence.Sources);
        read.Notes.ShouldBe(evidence.Notes);
        read.Models.Select(m => m with { ReleaseDates = [] })
            .ShouldBe(evidence.Models.Select(m => m with { ReleaseDates = [] }), new ByText());
        read.Models.SelectMany(m => m.ReleaseDates).ShouldBe(evidence.Models.SelectMany(m => m.ReleaseDates));
        EvidenceSnapshot.Write(read).ShouldBe(text);
    }

    [Fact]
    public void Any_share_survives_to_the_last_bit()
    {
        var property = Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Select(i => Math.Sqrt(i / (double)int.MaxValue)).ToArbitrary(),
            value =>
            {
                var evidence = One(value, null);
                var score = EvidenceSnapshot.Read(EvidenceSnapshot.Write(evidence), "x").Scores.Single();
                return BitConverter.DoubleToInt64Bits(score.Value) == BitConverter.DoubleToInt64Bits(value);
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261122UL, 7UL), property);
    }

    [Fact]
    public void Every_digit_of_a_figure_changes_the_digest_and_is_named()
    {
        var evidence = One(0.4375, 0.0125);
        var text = EvidenceSnapshot.Write(evidence);
        foreach (
            var (figure, what) in new[]
            {
                ("\"value\":0.4375", "value"),
                ("\"standardError\":0.0125", "error"),
                ("2026-03-04", "date"),
                ("\"chanceLevel\":0.25", "chance"),
            }
        )
        {
            var start = text.IndexOf(figure, StringComparison.Ordinal);
            start.ShouldBeGreaterThan(0, what);
            for (var i = start + figure.Length - 2; i < start + figure.Length; i++)
            {
                foreach (var digit in "0123456789".Where(d => d != text[i]))
                {
                    var changed = string.Concat(text.AsSpan(0, i), digit.ToString(CultureInfo.InvariantCulture), text.AsSpan(i + 1));
                    var message = Should.Throw<InputException>(() => EvidenceSnapshot.Read(changed, "s.json"), changed).Message;
                    message.ShouldStartWith("s.json");
                }
            }
        }
    }

    [Fact]
    public void Every_field_that_a_digest_covers_changes_it()
    {
        var evidence = One(0.4375, 0.0125);
        var (model, benchmark, score) = (evidence.Models[0], evidence.Benchmarks[0], evidence.Scores[0]);
        Evidence[] others =
        [
            evidence with
            {
                Models = [model with { Country = "US" }],
            },
            evidence with
            {
                Models = [model with { Weights = Weights.Closed }],
            },
            evidence with
            {
                Models = [model with { Terms = LicenceTerms.Restricted }],
            },
            evidence with
            {
                Models = [model with { ReleaseDates = [] }],
            },
            evidence with
            {
                Benchmarks = [benchmark with { Domain = "cyber" }],
            },
            evidence with
            {
                Benchmarks = [benchmark with { ChanceLevel = null }],
            },
            evidence with
            {
                Scores = [score with { Value = Math.BitIncrement(score.Value) }],
            },
            evidence with
            {
                Scores = [score with { StandardError = null }],
            },
            evidence with
            {
                Scores = [score with { HarnessId = "other" }],
            },
        ];
        others.Select(e => e.Digest).Append(evidence.Digest).Distinct().Count().ShouldBe(others.Length + 1);
        (evidence with { Name = "other", Notes = ["x"] }).Digest.ShouldBe(evidence.Digest);
    }

    [Fact]
    public void A_changed_snapshot_is_refused_with_the_record_that_changed()
    {
        var text = EvidenceSnapshot.Write(CuratedData.CaisiTable());
        void Read(string changed) => EvidenceSnapshot.Read(changed, "caisi.json");
        string Without(string part) => string.Join('\n', text.Split('\n').Where(l => !l.Contains(part, StringComparison.Ordinal)));
        var complaints = new Complaints(_bench);
        complaints.Add("one digit of a score", () => Read(text.Replace("\"value\":0.46", "\"value\":0.47", StringComparison.Ordinal)));
        complaints.Add("a model's country", () => Read(text.Replace("\"country\":\"CN\"", "\"country\":\"FR\"", StringComparison.Ordinal)));
        complaints.Add("one digit of the digest", () => Read(text.Replace("\"digest\": \"", "\"digest\": \"0", StringComparison.Ordinal)));
        complaints.Add("a score removed", () => Read(Without("\"benchmark\":\"smt-2025\",\"value\":0.92")));
        complaints.Add("a model removed", () => Read(Without("\"id\":\"gpt-5.4-mini\"")));
        complaints.Add("another schema", () => Read(text.Replace("tare/evidence/1", "tare/evidence/9", StringComparison.Ordinal)));
        complaints.Add(
            "a field that nobody knows",
            () => Read(text.Replace("\"name\": ", "\"nome\": 1,\n\"name\": ", StringComparison.Ordinal))
        );
        complaints.Add("a field twice", () => Read(text.Replace("\"name\": ", "\"name\": \"x\",\n\"name\": ", StringComparison.Ordinal)));
        complaints.Add("cut off", () => Read(text[..(text.Length / 2)]));
        complaints.Add("empty", () => Read(""));
        Approval.Check(complaints.ToString(), "changed-snapshots");
    }

    [Fact]
    public void A_snapshot_cut_anywhere_is_refused()
    {
        var text = EvidenceSnapshot.Write(One(0.4375, 0.0125)).TrimEnd('\n');
        for (var length = 0; length < text.Length; length++)
        {
            Should.Throw<InputException>(() => EvidenceSnapshot.Read(text[..length], "x"));
        }
    }

    internal static Evidence One(double value, double? error) =>
        new()
        {
            Name = "one",
            Models =
            [
                new LanguageModel
                {
                    Id = "m",
                    Name = "M",
                    Country = "FR",
                    Weights = Weights.Open,
                    Terms = LicenceTerms.Permissive,
                    ReleaseDates = [new ReleaseDate(new DateOnly(2026, 3, 4), ReleaseDateKind.Release, "s")],
                },
            ],
            Benchmarks =
            [
                new Benchmark
                {
                    Id = "b",
                    Name = "B",
                    ChanceLevel = 0.25,
                },
            ],
            Scores = [new Score("m", "b", value) { StandardError = error }],
        };

    private sealed class ByText : IEqualityComparer<LanguageModel>
    {
        public bool Equals(LanguageModel? x, LanguageModel? y) =>
            (x! with { ReleaseDates = [] }).ToString() == (y! with { ReleaseDates = [] }).ToString();

        public int GetHashCode(LanguageModel obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
    }
}
