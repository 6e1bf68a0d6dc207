using System.Text;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>What is kept of a table, and what is listed as not kept.</summary>
public sealed class ImportReadingTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Line_ends_byte_order_marks_and_quoted_breaks_do_not_change_the_figures()
    {
        const string Plain = "model,benchmark,score\nGPT-5,HLE,0.25\nMine,\"A \"\"B\"\", C\",0.5\n";
        var plain = EvidenceImporters.Import(_bench.Source("a.csv", Plain)).Evidence;
        EvidenceImporters.Import(_bench.Source("b.csv", Plain.ReplaceLineEndings("\r\n"))).Evidence.Digest.ShouldBe(plain.Digest);
        EvidenceImporters.Import(_bench.Source("c.csv", "\ufeff" + Plain)).Evidence.Digest.ShouldBe(plain.Digest);
        EvidenceImporters.Import(_bench.Source("d.csv", Plain.TrimEnd('\n'))).Evidence.Digest.ShouldBe(plain.Digest);
        EvidenceImporters
            .Import(_bench.Source("e.csv", Plain.Replace("\n", "\n\n", StringComparison.Ordinal)))
            .Evidence.Digest.ShouldBe(plain.Digest);
        plain.Benchmarks.Select(b => b.Name).ShouldBe(["A \"B\", C", "HLE"]);
        var broken = EvidenceImporters.Import(_bench.Source("f.csv", "model,benchmark,score\n\"My\nModel\",HLE,0.5\n")).Evidence;
        broken.Models.Single().Id.ShouldBe("my-model");
    }

    [Fact]
    public void The_order_of_rows_and_columns_does_not_matter()
    {
        var one = EvidenceImporters.Import(_bench.Source("one.csv", "model,benchmark,score\nGPT-5,HLE,0.25\no3,HLE,0.2\n")).Evidence;
        var two = EvidenceImporters
            .Import(_bench.Source("two.csv", "score,model,benchmark\n0.20,o3,hle\n0.250,gpt-5,Humanity's Last Exam\n"))
            .Evidence;
        two.Digest.ShouldBe(one.Digest);
    }

    [Fact]
    public void A_name_that_only_looks_like_a_curated_one_is_kept_apart_and_listed()
    {
        var (evidence, notKept) = EvidenceImporters.Import(
            _bench.Source("s.csv", "model,benchmark,score\nGPT 5,HLE,0.25\nGPT-5,HLE,0.2\n")
        );
        evidence.Models.Select(m => m.Id).ShouldBe(["gpt-5", "gpt-5-unmapped"]);
        evidence.Models[1].Country.ShouldBeNull();
        notKept.ShouldHaveSingleItem().Example.ShouldBe("GPT 5");
    }

    [Fact]
    public void Stated_facts_fill_an_unknown_model_and_do_not_override_a_curated_one()
    {
        var (evidence, notKept) = EvidenceImporters.Import(
            _bench.Source(
                "s.csv",
                """
                model,benchmark,score,standard_error,harness,release_date,weights,country,remark
                Mine,HLE,0.2,0.01,Bash Loop,2026-03-01,open,FR,x
                o3,HLE,0.2,,,2025-04-17,open,US,y
                """
            )
        );
        var mine = evidence.Models.Single(m => m.Id == "mine");
        (mine.Country, mine.Weights, mine.ListedDate).ShouldBe(("FR", Weights.Open, new DateOnly(2026, 3, 1)));
        var o3 = evidence.Models.Single(m => m.Id == "o3");
        (o3.Weights, o3.ListedDate).ShouldBe((Weights.Closed, new DateOnly(2024, 12, 20)));
        o3.ReleaseDates[^1].Date.ShouldBe(new DateOnly(2025, 4, 17));
        evidence.Scores.Select(s => (s.StandardError, s.HarnessId)).ShouldBe([(0.01, "bash-loop"), (null, "unknown")]);
        notKept
            .Select(n => n.What)
            .ShouldBe(
                [
                    "columns",
                    "models that the curated list does not know",
                    "release dates that differ from the curated ones",
                    "weights that differ from the curated ones",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void The_format_is_recognised_from_the_header()
    {
        EvidenceImporters.Detect(_bench.Source("a.csv", "model,benchmark,score\n")).Format.ShouldBe("scores");
        EvidenceImporters.Detect(_bench.Source("b.csv", "x,\"model\",benchmark,performance\n")).Format.ShouldBe("epoch-eci");
        EvidenceImporters.Detect(_bench.Source("c.json", EvidenceSnapshot.Write(CuratedData.CaisiTable()))).Format.ShouldBe("evidence");
    }

    [Fact]
    public void A_newer_set_of_epochs_files_describes_itself()
    {
        var folder = Directory.CreateDirectory(_bench.PathOf("new")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "benchmark_metadata.csv"),
            """
            benchmark,in_eci,source_file,score_column,scale,random_baseline,score_ceiling,release_date,superseded_by
            GPQA diamond,True,gpqa.csv,Best,1.0,0.25,0.95,2023-11-20,
            Alpha,True,alpha.csv,Percent,0.01,0.0,1.0,2026-01-01,
            Beta,True,beta.csv,Percent,0.01,0.0,1.0,2026-01-01,
            Gamma,True,gamma.csv,Percent,0.01,0.0,1.0,2026-01-01,
            Elsewhere,False,else.csv,Percent,0.01,0.0,1.0,2026-01-01,
            """
        );
        File.WriteAllText(
            Path.Combine(folder, "eci_model_versions.csv"),
            "model_version,model_group,date\na-low,A,2026-02-01\na-high,A,2026-02-01\nold,Old,2022-05-01\n"
        );
        File.WriteAllText(Path.Combine(folder, "gpqa.csv"), "Model version,Best\na-low,0.6\na-high,0.97\nold,0.5\n");
        foreach (var name in new[] { "alpha", "beta", "gamma", "else" })
        {
            File.WriteAllText(Path.Combine(folder, name + ".csv"), "Model version,Percent,Agent\na-low,40,Codex\na-high,30,Other\nb,20,\n");
        }

        var (evidence, notKept) = EvidenceImporters.Import(ImportSource.FromPath(folder));
        evidence
            .Scores.Select(s => (s.BenchmarkId, s.Value, s.HarnessId))
            .ShouldBe([("alpha", 0.4, "codex"), ("beta", 0.4, "codex"), ("gamma", 0.4, "codex"), ("gpqa-diamond", 1, "unknown")]);
        evidence.Models.Single().ListedDate.ShouldBe(new DateOnly(2026, 2, 1));
        notKept.ShouldContain(n => n.What.Contains("moved to the nearer end", StringComparison.Ordinal) && n.Count == 1);
        notKept.ShouldContain(n => n.Reason.Contains("before 2023", StringComparison.Ordinal) && n.Count == 1);
        notKept.ShouldContain(n => n.Reason.Contains("in no model group", StringComparison.Ordinal) && n.Count == 3);
    }
}
