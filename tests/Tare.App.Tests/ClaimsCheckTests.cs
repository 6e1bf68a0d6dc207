using Tare.Catalogue.Dossiers;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare claims check</c>: the queries of the shipped dossier, on its data and on others.</summary>
[Trait("tier", "gate")]
public sealed class ClaimsCheckTests : IDisposable
{
    private const string Debate = "open-closed-gap-2026";
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    /// <summary>Every answer that the dossier keeps is what the program says today, from the data that comes with it.</summary>
    [Fact]
    public async Task The_kept_answers_are_those_of_the_program()
    {
        var path = _cli.Write("debate.yaml", CuratedDossiers.Text(Debate));
        var result = await _cli.RunAsync(100, "claims", "check", "--file", path, "--out", path);
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "claims-check");
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(CuratedDossiers.Text(Debate));
    }

    /// <summary>The kept answer is made narrower than any data give it, so that asking again must change the verdict.</summary>
    [Fact]
    public async Task A_changed_verdict_on_other_evidence_is_told_and_kept_as_an_event()
    {
        var text = CuratedDossiers
            .Text(Debate)
            .Replace("lower: 5.15811\n      upper: 8.54209", "lower: 8.5\n      upper: 8.6", StringComparison.Ordinal);
        var path = _cli.Write("debate.yaml", text);
        var evidence = Mirror.PathOf("epoch-2026-08/eci_benchmarks.csv");
        var result = (await _cli.JsonAsync("claims", "check", "c15", "--file", path, "--evidence", evidence, "--out", path)).GetProperty(
            "result"
        );
        var change = result.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        (change.GetProperty("before").GetString(), change.GetProperty("after").GetString()).ShouldBe(("supported", "undecidable"));
        var digest = result.GetProperty("verdicts")[0].GetProperty("verdict").GetProperty("dataDigest").GetString();
        digest.ShouldNotBe(CuratedDossiers.Open(Debate).Dossier.Answers.Last(a => a.Claim == "c15").DataDigest);
        var history = (await _cli.RunAsync("dossier", "history", "c15", "--file", path)).Out;
        history.ShouldContain("supported (first verdict)");
        history.ShouldContain("undecidable (supported before)");
        (await _cli.RunAsync("dossier", "lint", path)).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("claims-query-import", "[import, x.csv]")]
    [InlineData("claims-query-out", "[report, \"--out\", elsewhere]")]
    [InlineData("claims-query-file", "[gap, eci, \"--evidence\", /etc/passwd]")]
    [InlineData("claims-query-unknown-method", "[gap, ecl]")]
    [InlineData("claims-query-itself", "[claims, check]")]
    public async Task A_query_that_does_more_than_compute_is_refused(string name, string command)
    {
        var text = CuratedDossiers.Text(Debate).Replace("command: [gap, eci]", $"command: {command}", StringComparison.Ordinal);
        var result = await _cli.RunAsync(100, "claims", "check", "c03", "--file", _cli.Write("hostile.yaml", text));
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
        Directory.Exists("elsewhere").ShouldBeFalse();
    }

    [Fact]
    public async Task A_path_that_points_nowhere_says_what_is_there()
    {
        var text = CuratedDossiers
            .Text(Debate)
            .Replace("path: result.widening.difference", "path: result.widenin.difference", StringComparison.Ordinal);
        var result = await _cli.RunAsync(100, "claims", "check", "c01", "--file", _cli.Write("wrong.yaml", text));
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, "claims-query-path");
    }
}
