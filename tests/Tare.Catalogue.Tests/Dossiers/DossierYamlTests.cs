using FsCheck;
using FsCheck.Fluent;
using Tare.Catalogue.Dossiers;
using Tare.Records;

namespace Tare.Catalogue.Tests.Dossiers;

public sealed class DossierYamlTests
{
    private const string Head = """
        schema: tare/dossier-file/1
        id: small
        title: A small dossier
        language: en
        recorded: 2026-11-22
        licence: Apache-2.0

        """;

    [Fact]
    public void The_curated_dossier_is_the_canonical_form_of_itself()
    {
        CuratedDossiers.Names.ShouldContain("open-closed-gap-2026");
        foreach (var name in CuratedDossiers.Names)
        {
            DossierYaml.Write(CuratedDossiers.Open(name).Dossier).ShouldBe(CuratedDossiers.Text(name));
        }
    }

    [Fact]
    public void An_unknown_dossier_names_those_that_there_are() =>
        Should.Throw<InputException>(() => CuratedDossiers.Open("open-closed-gap")).Message.ShouldContain("write open-closed-gap-2026");

    [Fact]
    public void Records_and_fields_have_their_place()
    {
        var file = DossierYaml.Read(Head + "holders:\n  - id: ann\n    name: Ann\n  - name: Bob\n    id: bob\n", "d.yaml");
        file.Positions.Find("holders/ann").ShouldBe(new SourcePosition("d.yaml", 8, 5));
        file.Positions.Find("holders/ann/name").ShouldBe(new SourcePosition("d.yaml", 9, 11));
        file.Positions.Find("holders/bob/id/deeper")!.ToString().ShouldBe("d.yaml:11:9");
        file.Positions.Find("holders").ShouldNotBeNull();
        file.Positions.Find("claims/c1").ShouldBeNull();
    }

    [Theory]
    [InlineData("holders:\n  - id: ann\n    nmae: Ann\n    name: Ann\n", "d.yaml:9:5 (holders/ann): 'nmae' is no field here", "write name")]
    [InlineData("holders:\n  - id: ann\n", "d.yaml:8:5 (holders/ann): 'name' is missing", "add name")]
    [InlineData("holders:\n  - id: ann\n    name: Ann\n    name: Ann\n", "d.yaml:10:5: 'name' stands twice", "the first is on line 9")]
    [InlineData("holders:\n  - id: ann\n    name:\n", "d.yaml:9:10 (holders/ann/name): ''", "'unknown', or the field is left out")]
    [InlineData("holders:\n  - id: ann\n    name: null\n", "d.yaml:9:11 (holders/ann/name): 'null'", "what is not known")]
    [InlineData("holders:\n  - id: ann\n    name: [Ann]\n", "d.yaml:9:11 (holders/ann/name): a list", "expected: a text")]
    [InlineData("holders:\n  - id: ann\n    name: Ann\n    kind: persno\n", "d.yaml:10:11 (holders/ann/kind): 'persno'", "write person")]
    [InlineData("holders: {id: ann}\n", "d.yaml:7:10 (holders): a mapping", "expected: a list")]
    [InlineData("holders:\n  - ann\n", "d.yaml:8:5 (holders): 'ann'", "expected: a mapping of fields")]
    [InlineData("timeline:\n  - {id: e, date: 2026-5-1, text: x, kind: release}\n", "(timeline/e/date): '2026-5-1'", "yyyy-MM-dd")]
    [InlineData(
        "claims:\n  - {id: c, holder: a, reporter: s, stance: 3, kind: finding, asserted: unknown, text: x}\n",
        "(claims/c/stance): '3'",
        "-2 to 2"
    )]
    [InlineData(
        "claims:\n  - {id: c, holder: a, reporter: s, stance: {low: 7, high: 3, unit: m}, kind: finding, asserted: unknown, text: x}\n",
        "(claims/c/stance)",
        "finite range from 7"
    )]
    [InlineData(
        "claims:\n  - {id: c, holder: a, reporter: s, stance: {low: nan, high: 3, unit: m}, kind: finding, asserted: unknown, text: x}\n",
        "(claims/c/stance/low): 'nan'",
        "a finite number"
    )]
    [InlineData("quotes:\n  - {id: q, source: s, speaker: a, gist: g, elided: yes}\n", "(quotes/q/elided): 'yes'", "true or false")]
    [InlineData(
        "topics:\n  - {id: t, title: T, versions: [{n: 1.5, created: unknown}]}\n",
        "(topics/t/versions/1.5/n): '1.5'",
        "a whole number"
    )]
    [InlineData("notes: x\n", "d.yaml:7:1: 'notes' is no field here", "write note")]
    [InlineData("note: &a x\n", "d.yaml:7:7: the anchor '&a'", "write the value out")]
    [InlineData("note: *a\n", "d.yaml:7:7: the alias '*a'", "write the value out")]
    [InlineData("note: !!python/object x\n", "d.yaml:7:7: the tag", "write the value out")]
    [InlineData("note: x\n---\nid: other\n", "d.yaml:8:1: a second document", "a file of its own")]
    [InlineData("note: \"unfinished\n", "d.yaml:", "look at the quotation marks")]
    [InlineData("note: [a, b\n", "d.yaml:", "look at the quotation marks")]
    public void Errors_give_file_line_column_and_what_to_do(string lines, string found, string next)
    {
        var message = Should.Throw<InputException>(() => DossierYaml.Read(Head + lines, "d.yaml")).Message;
        message.ShouldContain(found);
        message.ShouldContain(next);
        message.ShouldContain("expected:");
        message.ShouldContain("next:");
    }

    [Fact]
    public void Another_schema_and_an_empty_file_are_refused()
    {
        Should
            .Throw<InputException>(() => DossierYaml.Read(Head.Replace("/1", "/9"), "d.yaml"))
            .Message.ShouldContain("'tare/dossier-file/9'");
        Should.Throw<InputException>(() => DossierYaml.Read(string.Empty, "d.yaml")).Message.ShouldContain("the file is empty");
        Should.Throw<InputException>(() => DossierYaml.Read("- a\n", "d.yaml")).Message.ShouldContain("a mapping of fields");
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Deep_nesting_is_refused_before_it_exhausts_the_stack(string open, string close)
    {
        var text = "note: " + string.Concat(Enumerable.Repeat(open, 2000)) + "x" + string.Concat(Enumerable.Repeat(close, 2000)) + "\n";
        Should.Throw<InputException>(() => DossierYaml.Read(Head + text, "d.yaml")).Message.ShouldContain("nesting deeper than 16 levels");
    }

    [Fact]
    public void Texts_of_every_kind_come_back_as_they_were() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261122UL, 17UL),
            Prop.ForAll(
                Texts().ToArbitrary(),
                text =>
                {
                    var dossier = Small(text);
                    var written = DossierYaml.Write(dossier);
                    DossierYaml.Read(written, "again.yaml").Dossier.ShouldBe(dossier);
                    written.ShouldNotContain("\r");
                    written.Where(c => c < ' ' && c != '\n').ShouldBeEmpty();
                }
            )
        );

    [Theory]
    [InlineData("</script>")]
    [InlineData("a: b")]
    [InlineData("ends with:")]
    [InlineData("a #comment")]
    [InlineData("- list")]
    [InlineData("? key")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("true")]
    [InlineData("123")]
    [InlineData("0x1F")]
    [InlineData(" leading and trailing ")]
    [InlineData("one\ntwo\r\nthree")]
    [InlineData("]]> {{ }} [a, b]")]
    [InlineData("\u0000\u0007\u001b\u007f\u0085\u2028\ufeff")]
    [InlineData("\ud83d\ude00 \u00fc \u4e2d")]
    [InlineData("'single' \"double\" \\back")]
    [InlineData("%tag @at `tick`")]
    [InlineData("")]
    public void Hostile_texts_come_back_as_they_were(string text)
    {
        var dossier = Small(text);
        DossierYaml.Read(DossierYaml.Write(dossier), "again.yaml").Dossier.ShouldBe(dossier);
    }

    [Fact]
    public void Every_field_of_every_record_survives_the_file()
    {
        var full = Filled.Dossier();
        var again = DossierYaml.Read(DossierYaml.Write(full), "again.yaml").Dossier;
        again.ShouldBe(full);
        Filled.Unset(full).ShouldBeEmpty();
    }

    private static Gen<string> Texts() =>
        Gen.OneOf(
            Gen.Elements(
                    ":",
                    "#",
                    " ",
                    "-",
                    "\n",
                    "\"",
                    "'",
                    "\\",
                    "[",
                    "]",
                    "{",
                    ",",
                    "}",
                    "&",
                    "*",
                    "!",
                    "|",
                    ">",
                    "%",
                    "@",
                    "a",
                    "Z",
                    "0",
                    "\t",
                    "\u00e9",
                    "\ud83d\ude00",
                    "\u0001"
                )
                .ArrayOf()
                .Select(string.Concat),
            Gen.Choose(0, 0xd7ff).Select(c => (char)c).ArrayOf().Select(c => new string(c))
        );

    private static DossierRecord Small(string text) =>
        new()
        {
            Id = "small",
            Title = text,
            Language = "en",
            Recorded = PartialDate.Unknown,
            Licence = "x",
            Note = text,
            Holders =
            [
                new Holder
                {
                    Id = "ann",
                    Name = text,
                    Org = text,
                },
            ],
            Readings =
            [
                new Reading
                {
                    Id = "r",
                    Source = "s",
                    Holder = "ann",
                    Present = [text, "b", text],
                    Absent = [text],
                },
            ],
        };
}
