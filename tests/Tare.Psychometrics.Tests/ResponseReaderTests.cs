using Tare.Psychometrics;

namespace Tare.Psychometrics.Tests;

public sealed class ResponseReaderTests
{
    private static ResponseMatrix Read(string text) => ResponseReader.Read(new StringReader(text), "r.csv");

    [Fact]
    public void Long_form_with_every_column_and_a_facet_is_read_in_any_column_order()
    {
        var data = Read(
            "item,harness,person,trials,response,importance,frequency\n"
                + "b,bash,p2,5,3,2,1\r\n\"a,\"\"x\"\"\",bash,p1,1,1,0.5,3\n\nb,cli,p1,2,0,1,3\n"
        );
        data.Persons.ShouldBe(["p1", "p2"]);
        data.Items.ShouldBe(["a,\"x\"", "b"]);
        data.PersonOf.ToArray().ShouldBe([0, 0, 1]);
        data.ItemOf.ToArray().ShouldBe([0, 1, 1]);
        data.Value.ToArray().ShouldBe([1, 0, 0.6]);
        data.Trials.ToArray().ShouldBe([1, 2, 5]);
        data.Importance.ToArray().ShouldBe([0.5, 1, 2]);
        data.PersonFrequency.ToArray().ShouldBe([3, 1]);
        data.Facets.ShouldHaveSingleItem().Name.ShouldBe("harness");
        data.Facets[0].Levels.ShouldBe(["bash", "cli"]);
        data.Facets[0].LevelOf.ToArray().ShouldBe([0, 1, 0]);
        data.IsContinuous.ShouldBeFalse();
        data.PersonStart.ToArray().ShouldBe([0, 2, 3]);
    }

    [Fact]
    public void Successes_stand_for_the_response_when_trials_are_there() =>
        Read("person,item,successes,trials\np,i,3,4\n").Value.ToArray().ShouldBe([0.75]);

    [Fact]
    public void Both_json_forms_give_what_the_csv_gives()
    {
        var csv = Read("person,item,response,trials\np,a,3,5\np,b,,5\nq,a,0,5\n");
        var flat = Read(
            """
            {"person":"p","item":"a","response":3,"trials":5}
            {"person":"p","item":"b","response":null,"trials":5}
            {"person":"q","item":"a","successes":0,"trials":5}
            """
        );
        var nested = Read(
            """
            {"subject_id":"p","responses":{"a":{"successes":3,"trials":5},"b":{"successes":null,"trials":5}}}
            {"subject_id":"q","responses":{"a":{"successes":0,"trials":5}}}
            """
        );
        foreach (var other in new[] { flat, nested })
        {
            other.Persons.ShouldBe(csv.Persons);
            other.Items.ShouldBe(csv.Items);
            other.Value.ToArray().ShouldBe(csv.Value.ToArray());
            other.Trials.ToArray().ShouldBe(csv.Trials.ToArray());
            other.MissingByFailure.Select(m => (m.Person, m.Item)).ShouldBe([("p", "b")]);
        }
    }

    [Fact]
    public void An_empty_or_NA_response_is_missing_by_failure_and_an_absent_row_is_not()
    {
        var data = Read("person,item,response\np,a,1\np,b,\nq,a,NA\nq,b,0\nq,c,1\n");
        data.Count.ShouldBe(3);
        data.MissingByFailure.ShouldBe([new MissingResponse("p", "b", 3), new MissingResponse("q", "a", 4)]);
    }

    [Theory]
    [InlineData("person,item,response\np,i,2\n", "r.csv, line 2, column response: 2", "add a column trials")]
    [InlineData("person,item,response\np,\"i\n\",0\np,j,-1\n", "line 4, column response: -1", "in [0, 1]")]
    [InlineData("person,item,response,trials\np,i,6,5\n", "line 2, column response: 6", "successes from 0 to 5")]
    [InlineData("person,item,response,trials\np,i,0.5,5\n", "column response: 0.5", "whole number of successes of 5")]
    [InlineData("person,item,response,trials\np,i,0,0\n", "column trials: 0", "positive whole number")]
    [InlineData("person,item,response,\np,i,1,x\n", "line 1, column 4: an unnamed column", "a name for every column")]
    [InlineData("person,item,response,item\np,i,1,x\n", "column 4: a second column 'item'", "distinct names")]
    [InlineData("person,item,response\np,i,NaN\n", "column response: 'NaN'", "a finite number")]
    [InlineData("person,item,response\np,i,yes\n", "column response: 'yes'", "a finite number")]
    [InlineData("person,task,response\np,i,1\n", "line 1: columns person, task, response", "a column item")]
    [InlineData("person,item,response\np,i\n", "line 2: 2 fields", "3, as in the header")]
    [InlineData("person,item,response\np,\"i,1\n", "line 2: a quote that is never closed", "close the quote")]
    [InlineData("person,item,response\n,i,1\n", "column person: an empty name", "an identifier")]
    [InlineData("person,item,response,importance\np,i,1,0\n", "column importance: 0", "positive finite")]
    [InlineData(
        "person,item,response,frequency\np,i,1,2\np,j,1,3\n",
        "line 3, column frequency: 3",
        "the same frequency in all rows of person 'p'"
    )]
    [InlineData("person,item,response\np,i,1\np,i,0\n", "two responses to item 'i'", "state trials")]
    [InlineData("person,item,response\n", "no responses", "at least one row")]
    [InlineData("", "no responses", "at least one row")]
    [InlineData("{\"person\":\"p\"", "line 1: not JSON", "one JSON object a line")]
    [InlineData("{\"person\":\"p\",\"item\":\"i\",\"successes\":1}", "field successes: 1", "trials beside it")]
    public void A_wrong_file_is_refused_with_place_value_and_expectation(string text, string place, string expectation)
    {
        var error = Should.Throw<ResponseFormatException>(() => Read(text));
        error.Message.ShouldContain(place);
        error.Message.ShouldContain(expectation);
    }

    [Fact]
    public void Repeated_attempts_that_state_their_trials_are_kept()
    {
        var data = Read("person,item,response,trials\np,i,1,1\np,i,0,1\np,i,1,1\n");
        data.Value.ToArray().ShouldBe([0, 1, 1]);
    }

    [Fact]
    public void A_pair_may_repeat_under_another_level_of_a_facet() =>
        Read("person,item,response,judge\np,i,1,x\np,i,0,y\n").Count.ShouldBe(2);

    [Fact]
    public void Rows_in_any_order_and_records_across_buffer_ends_give_the_same_matrix()
    {
        var rows = Enumerable.Range(0, 30_000).Select(k => $"person-{k % 700:000},\"item {k / 700}, long\",{k * 7 % 11 % 2}").ToArray();
        var forward = Read("person,item,response\n" + string.Join("\n", rows));
        var backward = Read("person,item,response\r\n" + string.Join("\r\n", rows.Reverse()) + "\r\n");
        forward.Count.ShouldBe(30_000);
        backward.Items.ShouldBe(forward.Items);
        backward.PersonOf.SequenceEqual(forward.PersonOf).ShouldBeTrue();
        backward.ItemOf.SequenceEqual(forward.ItemOf).ShouldBeTrue();
        backward.Value.SequenceEqual(forward.Value).ShouldBeTrue();
    }
}
