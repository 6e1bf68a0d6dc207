using System.Globalization;
using Tare.Records;

namespace Tare.Dossier.Tests;

public sealed class ResolutionTests
{
    private const string Printed = """
        {
          "schema": "tare/gap/1",
          "inputs": { "digest": "0123456789abcdef" },
          "result": {
            "definitions": [
              { "name": "levels", "months": 7.21, "lower": 6.1, "upper": 8.4 },
              { "name": "records", "months": 6.58, "lower": LOWER, "upper": UPPER }
            ],
            "level": 0.9, "intervalContains": "sampling", "gap-5.5": 0.65,
            "models": [ { "id": "deepseek-v4-pro", "months": 8.54, "lower": 8, "upper": 9 }, { "name": "new", "months": null } ],
            "widening": { "difference": 1.5, "lower": null, "upper": null },
            "converged": true
          }
        }
        """;

    [Theory]
    [InlineData("5.18", "6.9", Verdict.Supported)]
    [InlineData("3", "7", Verdict.Supported)]
    [InlineData("5.18", "7.4", Verdict.Undecidable)]
    [InlineData("2.9", "6.9", Verdict.Undecidable)]
    [InlineData("7.1", "7.4", Verdict.Refuted)]
    [InlineData("null", "null", Verdict.Supported)]
    public void A_claim_is_settled_by_where_the_whole_interval_lies(string lower, string upper, Verdict verdict)
    {
        var claim = Debate.Index.Claim("c03")!;
        var answer = AnswerReader.Read(claim, Text(lower, upper), Debate.AsOf);
        answer.Value.ShouldBe(6.58);
        answer.DataDigest.ShouldBe("0123456789abcdef");
        var result = ClaimResolution.Of(claim, answer);
        result.Verdict.ShouldBe(verdict);
        result.PointHolds.ShouldBe(true);
        result.Because.Contains("without an interval", StringComparison.Ordinal).ShouldBe(lower == "null");
    }

    [Fact]
    public void Entries_are_found_by_number_and_a_null_answer_is_no_answer()
    {
        var claim = Debate.Index.Claim("c15")!;
        var verdict = ClaimResolution.Of(claim, AnswerReader.Read(claim, Text("1", "2"), Debate.AsOf));
        verdict.Verdict.ShouldBe(Verdict.Supported);
        var second = claim with
        {
            Query = claim.Query! with { Path = "result.models[name=new].months", LowerPath = null, UpperPath = null },
        };
        var none = ClaimResolution.Of(second, AnswerReader.Read(second, Text("1", "2"), Debate.AsOf));
        none.Verdict.ShouldBe(Verdict.NotAnswered);
        none.Because.ShouldContain("is null");
    }

    [Theory]
    [InlineData(QueryComparison.IsTrue, Verdict.Supported)]
    [InlineData(QueryComparison.IsFalse, Verdict.Refuted)]
    public void Truth_values_settle_claims_too(QueryComparison comparison, Verdict verdict)
    {
        var claim = Query("result.converged", new QueryPredicate(comparison));
        ClaimResolution.Of(claim, AnswerReader.Read(claim, Text("1", "2"), Debate.AsOf)).Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData(
        "result.widenin.difference",
        "'widenin' of result.widenin.difference is not in the answer",
        "one of definitions, level, intervalContains, gap-5.5, models, widening, converged"
    )]
    [InlineData("result.definitions[name=record].months", "'[name=record]'", "a list of 2 entries")]
    [InlineData("result.definitions[7]", "'[7]'", "a list of 2 entries")]
    [InlineData("result.converged", "result.converged is 'True'", "a finite number")]
    [InlineData("result..x", "is no path, from character 7 on", "names joined by dots")]
    [InlineData("", "is no path", "names joined by dots")]
    [InlineData(".result", "is no path, from character 1 on", "names joined by dots")]
    [InlineData("result[a=b]]", "is no path, from character 12 on", "names joined by dots")]
    public void A_query_that_points_nowhere_says_what_is_there(string path, string found, string expected)
    {
        var claim = Query(path, new QueryPredicate(QueryComparison.AtLeast, 0));
        var error = Should.Throw<InputException>(() => AnswerReader.Read(claim, Text("1", "2"), Debate.AsOf)).Message;
        error.ShouldStartWith("claims/c01/query/path");
        error.ShouldContain(found);
        error.ShouldContain(expected);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{ \"a\": ")]
    public void What_is_no_object_is_an_error_that_names_the_command(string printed) =>
        Should
            .Throw<InputException>(() => AnswerReader.Read(Debate.Index.Claim("c03")!, printed, Debate.AsOf))
            .Message.ShouldContain("'tare gap eci' printed no JSON object");

    [Fact]
    public void Predicates_without_their_bounds_and_answers_to_other_claims_are_refused()
    {
        var claim = Query("result.widening.difference", new QueryPredicate(QueryComparison.Between, 1));
        var answer = AnswerReader.Read(claim, Text("1", "2"), Debate.AsOf);
        Should.Throw<InputException>(() => ClaimResolution.Of(claim, answer)).Message.ShouldContain("between with lower '1' and upper ''");
        Should
            .Throw<InputException>(() => ClaimResolution.Of(Debate.Index.Claim("c03")!, answer))
            .Message.ShouldContain("an answer to c01");
        Should.Throw<InputException>(() => ClaimResolution.Of(Debate.Index.Claim("c04")!, answer)).Message.ShouldContain("no query");
    }

    [Fact]
    public void A_changed_verdict_on_new_data_is_an_event()
    {
        var claim = Debate.Index.Claim("c03")!;
        var before = ClaimResolution.Of(claim, AnswerReader.Read(claim, Text("5", "6.9"), Debate.AsOf.AddDays(-30)));
        var same = ClaimResolution.Of(claim, AnswerReader.Read(claim, Text("5", "6.8"), Debate.AsOf));
        var after = ClaimResolution.Of(claim, AnswerReader.Read(claim, Text("5", "7.5"), Debate.AsOf));
        ClaimResolution.Changes([before], [same]).ShouldBeEmpty();
        ClaimResolution.Changes([], [before]).ShouldHaveSingleItem().Before.ShouldBeNull();
        var change = ClaimResolution.Changes([before], [after]).ShouldHaveSingleItem();
        (change.Before!.Verdict, change.After.Verdict).ShouldBe((Verdict.Supported, Verdict.Undecidable));
        var log = DossierLog.Of(Debate.Index, Debate.AsOf, [change]);
        log[0].Kind.ShouldBe(DossierEventKind.VerdictChanged);
        log[0].Title.ShouldStartWith("undecidable (supported before): The index shows");
    }

    [Fact]
    public void Answers_become_evidence_and_a_later_answer_takes_the_place_of_an_earlier_one()
    {
        var data = new Publication
        {
            Id = "s-data",
            Title = "Data of August",
            Publisher = "Tare",
            Kind = PublicationKind.Computation,
            Tier = SourceTier.Primary,
        };
        DossierRecord Answered(DossierRecord d, string lower, string upper, string digest)
        {
            var claim = d.Claims.Single(c => c.Id == "c03");
            var answer = AnswerReader.Read(claim, Text(lower, upper), Debate.AsOf) with { DataDigest = digest };
            return ClaimResolution.Apply(d, [ClaimResolution.Of(claim, answer)], data);
        }

        var holds = Answered(Debate.Dossier, "5", "6.9", "aaaa");
        Standing(holds).Status.ShouldBe(ClaimStatus.Corroborated);
        holds.Evidence[^1].Interval!.Upper.ShouldBe(6.9);
        Debate.Lint(holds).HasErrors.ShouldBeFalse();
        PastCheck.Of(Debate.Dossier, holds, SourceMap.Empty).ShouldBeEmpty();
        var fails = Answered(holds, "8", "9", "bbbb");
        Standing(fails).Status.ShouldBe(ClaimStatus.Contradicted);
        fails.Claims.Single(c => c.Id == "c03").EvidenceFor.ShouldBeEmpty();
        fails.Sources.Count(s => s.Id == "s-data").ShouldBe(1);
        Answered(fails, "8", "9", "bbbb").Evidence.Count.ShouldBe(fails.Evidence.Count);
    }

    [Fact]
    public void Every_query_of_the_debate_is_a_command_and_a_path_that_reads()
    {
        var queried = Debate.Dossier.Claims.Where(c => c.Query is not null).ToList();
        queried.Select(c => c.Id).ShouldBe(["c01", "c02", "c03", "c15"]);
        foreach (var query in queried.Select(c => c.Query!))
        {
            query.Command.ShouldNotContain("--json");
            JsonSteps.Of(query.Path, "test").ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_field_with_other_signs_is_named_in_quotation_marks_and_the_interval_says_what_it_contains()
    {
        var claim = Query("result[\"gap-5.5\"]", new QueryPredicate(QueryComparison.AtLeast, 0.5));
        ClaimResolution.Of(claim, AnswerReader.Read(claim, Text("1", "2"), Debate.AsOf)).Verdict.ShouldBe(Verdict.Supported);
        var records = Debate.Index.Claim("c03")!;
        var answer = AnswerReader.Read(records, Text("5", "6"), Debate.AsOf);
        (answer.Level, answer.Contains).ShouldBe((0.9, "sampling"));
        ClaimResolution.Of(records, answer).Because.ShouldContain("[5, 6] (90 %)");
    }

    private static ClaimStanding Standing(DossierRecord d) => ClaimStanding.Of(DossierIndex.Of(d), d.Claims.Single(c => c.Id == "c03"));

    private static Claim Query(string path, QueryPredicate holds) =>
        Debate.Index.Claim("c01")! with
        {
            Query = new ClaimQuery
            {
                Command = ["gap", "eci", "--json"],
                Path = path,
                Holds = holds,
            },
        };

    private static string Text(string lower, string upper) =>
        Printed
            .Replace("LOWER", lower.ToString(CultureInfo.InvariantCulture))
            .Replace("UPPER", upper.ToString(CultureInfo.InvariantCulture));
}
