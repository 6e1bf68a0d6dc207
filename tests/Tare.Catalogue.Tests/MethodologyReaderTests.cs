using FsCheck;
using FsCheck.Fluent;
using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Documents are read strictly, changed by key, and written back.</summary>
public sealed class MethodologyReaderTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    private static Methodology Eci => Methodologies.Get("eci");

    private static Methodology Caisi => Methodologies.Get("caisi-2026");

    private static string Text => File.ReadAllText(Repository.PathOf("methods/eci.yaml"));

    [Theory]
    [InlineData("eci")]
    [InlineData("mcnair")]
    [InlineData("epoch-2025")]
    [InlineData("epoch-2026")]
    [InlineData("tare")]
    [InlineData("caisi-2026")]
    public void Writing_and_reading_is_identity(string name)
    {
        var methodology = Methodologies.Get(name);
        var read = MethodologyReader.Read(MethodologyWriter.Write(methodology), "x");
        MethodologyWriter.Fields(read).ShouldBe(MethodologyWriter.Fields(methodology));
        MethodologyDiff.Of(methodology, read).ShouldAllBe(d => d.Same);
        read.Scale.ShouldBe(methodology.Scale);
        read.Assumptions.ShouldBe(methodology.Assumptions);
    }

    [Fact]
    public void Any_number_survives_writing_to_the_last_bit()
    {
        var property = Prop.ForAll(
            Gen.Choose(1, int.MaxValue).Select(i => 20 * Math.Sqrt(i / (double)int.MaxValue)).ToArbitrary(),
            sigma =>
            {
                var changed = MethodologyReader.With(Caisi, $"sigma={sigma:R}");
                return MethodologyReader.Read(MethodologyWriter.Write(changed), "x").Sigma.Equals(sigma);
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20261122UL, 11UL), property);
    }

    [Fact]
    public void Every_property_of_a_methodology_is_a_key_of_the_document()
    {
        var properties = typeof(Methodology)
            .GetProperties()
            .Where(p => p.CanWrite && p.Name is not (nameof(Methodology.Overrides) or nameof(Methodology.Scale)))
            .Select(p => KebabCase.Of(p.Name));
        MethodologyWriter
            .Fields(Eci)
            .Select(f => f.Key)
            .Where(k => !k.StartsWith("scale.", StringComparison.Ordinal))
            .ShouldBe(properties, ignoreOrder: true);
    }

    [Theory]
    [InlineData("title=Mine")]
    [InlineData("reference=Mine")]
    [InlineData("evidence=epoch-2026-08")]
    [InlineData("lag-evidence=curated")]
    [InlineData("include-benchmarks=hle, gpqa-diamond")]
    [InlineData("exclude-benchmarks=hle")]
    [InlineData("exclude-domains=general")]
    [InlineData("include-sources=curated")]
    [InlineData("include-models=gpt-5, o3")]
    [InlineData("exclude-models=o3")]
    [InlineData("minimum-benchmarks=5")]
    [InlineData("released-from=2024-01-01")]
    [InlineData("weighting=equal-domains")]
    [InlineData("chance-correction=undone")]
    [InlineData("follower-model=deepseek-v4-pro")]
    [InlineData("as-of=2026-05-16")]
    [InlineData("out-of-range=drop")]
    [InlineData("score-floor=0.01")]
    [InlineData("score-ceiling=0.99")]
    [InlineData("ridge=0.2")]
    [InlineData("pinned-benchmark=hle")]
    [InlineData("scale.unit=points")]
    [InlineData("scale.low-model=o1")]
    [InlineData("scale.low-value=100")]
    [InlineData("scale.high-model=gpt-5.5")]
    [InlineData("scale.high-value=160")]
    [InlineData("lag=records")]
    [InlineData("date-rule=release")]
    [InlineData("since=2025-02-01")]
    [InlineData("uncertainty=domain-jackknife")]
    [InlineData("level=0.95")]
    public void A_setting_changes_its_field_alone_and_is_remembered(string setting)
    {
        var changed = MethodologyReader.With(Eci, setting);
        var parts = setting.Split('=', 2);
        var difference = MethodologyDiff.Of(Eci, changed).Where(d => !d.Same).ShouldHaveSingleItem();
        difference.Key.ShouldBe(parts[0]);
        difference.Right.ShouldBe(parts[1]);
        changed.Overrides.ShouldBe([setting]);
    }

    [Fact]
    public void Settings_that_need_each_other_are_set_together()
    {
        var changed = MethodologyReader.With(
            Eci,
            [
                "family=one-parameter-with-spread",
                "sigma=2",
                "ridge=0",
                "pinned-benchmark=none",
                "scale.kind=one-anchor",
                "scale.points-per-logit=elo",
                "scale.model=gpt-5",
                "scale.value=1000",
                "axis=country",
                "leader=US",
                "follower=CN",
                "sigma=1",
            ]
        );
        (changed.Family, changed.Sigma, changed.PinnedBenchmark).ShouldBe((ResponseFamily.OneParameterWithSpread, 1, null));
        changed.Scale.ShouldBeOfType<ScaleDefinition.OneAnchor>().PointsPerLogit.ShouldBe(400 / Math.Log(10));
        changed.Overrides.Count.ShouldBe(11);
        changed.Overrides[^1].ShouldBe("sigma=1");
        MethodologyReader.With(changed, "level=0.8").Overrides.Count.ShouldBe(12);
    }

    [Fact]
    public void A_document_of_a_user_is_read_by_its_path()
    {
        var path = _bench.Write(
            "mine.yaml",
            Text.Replace("name: eci", "name: mine", StringComparison.Ordinal).Replace("level: 0.9", "level: 0.8", StringComparison.Ordinal)
        );
        var mine = Methodologies.Get(path);
        (mine.Name, mine.Level).ShouldBe(("mine", 0.8));
    }

    [Fact]
    public void A_bad_document_is_refused_with_place_value_expectation_and_next_step()
    {
        var complaints = new Complaints(_bench);
        void Document(string title, string from, string to)
        {
            Text.ShouldContain(from);
            complaints.Add(title, () => MethodologyReader.Read(Text.Replace(from, to, StringComparison.Ordinal), "mine.yaml"));
        }

        Document("an unknown key", "ridge: 0.1", "rigde: 0.1");
        Document("a key twice", "ridge: 0.1", "ridge: 0.1\nridge: 0.2");
        Document("a missing key", "family: two-parameter-least-squares\n", "");
        Document("a word for a number", "ridge: 0.1", "ridge: little");
        Document("a list for a number", "ridge: 0.1", "ridge: [0.1, 0.2]");
        Document("a map for a number", "ridge: 0.1", "ridge: { a: 0.1 }");
        Document("out of range", "score-floor: 0.001", "score-floor: -1");
        Document("a level in percent", "level: 0.9", "level: 95");
        Document("an unknown family", "two-parameter-least-squares", "two-parameter");
        Document("ridge with the other family", "family: two-parameter-least-squares", "family: one-parameter-with-spread");
        Document("sigma with this family", "ridge: 0.1", "ridge: 0.1\nsigma: 3");
        Document("sigma below 0", "ridge: 0.1", "ridge: 0.1\nsigma: -3");
        Document("leader is follower", "follower: open", "follower: closed");
        Document("a country on the axis of weights", "leader: closed", "leader: US");
        Document("a day that does not exist", "since: 2025-01-20", "since: 2025-02-30");
        Document("a harness rule that the evidence cannot vary", "harness-rule: as-published", "harness-rule: vendor");
        Document("floor above ceiling", "score-ceiling: 0.999", "score-ceiling: 0.0001");
        Document("a scale of another kind", "high-model: gpt-5", "model: gpt-5");
        Document("a scale without a kind", "  kind: two-anchors\n", "");
        Document("anchors in the wrong order", "low-value: 130", "low-value: 160");
        Document("one anchor twice", "high-model: gpt-5", "high-model: claude-3.5-sonnet");
        Document("a model by its name", "high-model: gpt-5", "high-model: GPT 5");
        Document("broken YAML", "ridge: 0.1", "ridge: [0.1");
        complaints.Add("deep nesting", () => MethodologyReader.Read("a: " + new string('[', 200_000), "mine.yaml"));
        Document("a reference", "ridge: 0.1", "ridge: &r 0.1\nsigma: *r");
        complaints.Add("an empty document", () => MethodologyReader.Read("", "mine.yaml"));
        complaints.Add("a list", () => MethodologyReader.Read("- a\n- b\n", "mine.yaml"));
        complaints.Add("an unknown name", () => Methodologies.Get("ecii"));
        complaints.Add("a file that is no text", () => Methodologies.Get(_bench.Write("x.yaml", [0x6E, 0, 1])));
        Approval.Check(complaints.ToString(), "bad-methodologies");
    }

    [Fact]
    public void A_bad_setting_is_refused()
    {
        var complaints = new Complaints(_bench);
        void Set(string title, params string[] settings) => complaints.Add(title, () => MethodologyReader.With(Caisi, settings));
        Set("no equals sign", "sigma");
        Set("an unknown key", "sgima=2");
        Set("a number below 0", "sigma=-1");
        Set("a level in percent", "level=95");
        Set("a contradiction", "ridge=0.1");
        Set("a key of the other scale", "scale.low-model=gpt-5");
        Set("an unknown definition", "lag=catchup");
        Set("a country by its name", "leader=USA");
        Approval.Check(complaints.ToString(), "bad-settings");
    }

    [Fact]
    public void Two_methodologies_differ_in_what_a_screen_can_show()
    {
        var lines = MethodologyDiff
            .Of(Caisi, Eci)
            .Where(d => d.Key != "assumptions")
            .Select(d => $"{(d.Same ? " " : "*")} {d.Key, -24} {d.Left, -48} {d.Right}".TrimEnd());
        Approval.Check(string.Join('\n', lines), "caisi-2026-against-eci");
    }
}
