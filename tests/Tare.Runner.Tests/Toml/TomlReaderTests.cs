using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tare.Records;
using Tare.Runner.Toml;
using Tare.Testing;

namespace Tare.Runner.Tests.Toml;

/// <summary>Cases by the rules of TOML 1.0; the values of the valid ones come from another implementation (<c>cases.py</c>).</summary>
public sealed class TomlReaderTests
{
    private static readonly JsonElement s_cases = JsonDocument
        .Parse(File.ReadAllText(Repository.PathOf("tests/Tare.Runner.Tests/Toml/cases.json")))
        .RootElement;

    public static TheoryData<string> Valid => [.. Names("valid")];

    public static TheoryData<string> Invalid => [.. Names("invalid")];

    [Theory]
    [MemberData(nameof(Valid))]
    public void What_the_specification_allows_reads_as_elsewhere(string name)
    {
        var test = Case("valid", name);
        var read = Encoded(TomlReader.Read("case.toml", test.GetProperty("toml").GetString()!));
        JsonNode.DeepEquals(read, JsonNode.Parse(test.GetProperty("value").GetRawText())).ShouldBeTrue(read.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void What_the_specification_forbids_is_refused_with_its_place(string name)
    {
        var error = Should.Throw<InputException>(() =>
            TomlReader.Read("case.toml", Case("invalid", name).GetProperty("toml").GetString()!)
        );
        error.Message.ShouldMatch(@"\Acase\.toml:\d+:\d+: .+\n  expected: .+\n  next:     .+\z");
    }

    [Theory]
    [InlineData("a = 1\nb = [1,\n  x]\n", "case.toml:3:3: 'x]'")]
    [InlineData("[t]\nname = \"x\"\n[t]\n", "case.toml:3:1: 't' is already a table (case.toml:1:1)")]
    [InlineData("a = 1\na = 2", "case.toml:2:1: 'a' is already an integer (case.toml:1:5)")]
    [InlineData("a = \"\u001b[31m\"", "case.toml:1:6: the control character U+001B in a string")]
    [InlineData("a = ", "case.toml:1:5: the file ends")]
    public void The_message_names_line_column_and_value(string toml, string start) =>
        Should.Throw<InputException>(() => TomlReader.Read("case.toml", toml)).Message.ShouldStartWith(start);

    [Fact]
    public void A_message_never_carries_an_escape_sequence()
    {
        var error = Should.Throw<InputException>(() => TomlReader.Read("case.toml", "a = 1 \u001b[31mred\u202e\n"));
        PlainText.FirstUnprintable(error.Message).ShouldBe(-1);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_and_a_mark_at_the_start_is_not()
    {
        Should
            .Throw<InputException>(() => TomlReader.Read("case.toml", [0x61, 0x3d, 0x22, 0xff, 0x22]))
            .Message.ShouldContain("byte 3 is no UTF-8");
        TomlReader.Read("case.toml", [0xef, 0xbb, 0xbf, .. "a=1"u8]).Get("a").ShouldBeOfType<TomlInteger>().Value.ShouldBe(1);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a=")]
    public void Deep_nesting_is_an_error_and_no_overflow(string open) =>
        Should
            .Throw<InputException>(() => TomlReader.Read("case.toml", "a=" + string.Concat(Enumerable.Repeat(open, 100_000))))
            .Message.ShouldContain("nested too deeply");

    [Fact]
    public void A_value_keeps_its_text()
    {
        var table = TomlReader.Read("case.toml", "a = 0xFF # c\nb = [ 1, # one\n 2 ]\nc = { d = 'x' }\n");
        table.Keys.Select(k => table.Get(k)!.Source).ShouldBe(["0xFF", "[ 1, # one\n 2 ]", "{ d = 'x' }"]);
    }

    [Fact]
    public void Digits_beyond_a_tenth_of_a_microsecond_are_cut_off()
    {
        var moment = TomlReader.Read("case.toml", "a = 00:00:00.99999999").Get("a").ShouldBeOfType<TomlMoment>();
        moment.Value.TimeOfDay.Ticks.ShouldBe(9_999_999);
        (moment.HasDate, moment.HasTime, moment.Offset).ShouldBe((false, true, null));
    }

    // Any text either reads or is refused: nothing else leaves the reader.
    [Fact]
    public void Texts_made_of_fragments_read_or_are_refused()
    {
        string[] parts =
        [
            "a",
            ".",
            "=",
            "1",
            "\"",
            "'",
            "\"\"\"",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\n",
            "\r",
            " ",
            "#",
            "\\",
            "0x",
            "_",
            "-",
            "1979-05-27",
            "T",
            "07:00:00",
            "\ud800",
            "\0",
        ];
        for (var seed = 0; seed < 20_000; seed++)
        {
            var text = new StringBuilder();
            var state = (uint)seed;
            for (var i = 0; i < 12; i++)
            {
                state = unchecked((state * 1664525) + 1013904223);
                text.Append(parts[(state >> 16) % parts.Length]);
            }

            try
            {
                _ = TomlReader.Read("case.toml", text.ToString());
            }
            catch (InputException)
            {
                // The other allowed end.
            }
        }
    }

    private static IEnumerable<string> Names(string kind) =>
        s_cases.GetProperty(kind).EnumerateArray().Select(c => c.GetProperty("name").GetString()!);

    private static JsonElement Case(string kind, string name) =>
        s_cases.GetProperty(kind).EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    private static JsonNode Encoded(TomlValue value) =>
        value switch
        {
            TomlBoolean b => new JsonObject { ["boolean"] = b.Value },
            TomlInteger i => new JsonObject { ["integer"] = i.Value.ToString(CultureInfo.InvariantCulture) },
            TomlFloat f => new JsonObject { ["float"] = Float(f.Value) },
            TomlString s => new JsonObject { ["string"] = s.Value },
            TomlMoment m => new JsonObject { ["moment"] = Moment(m) },
            TomlArray a => new JsonArray([.. a.Values.Select(Encoded)]),
            TomlTable t => new JsonObject
            {
                ["table"] = new JsonObject(t.Keys.Select(k => KeyValuePair.Create(k, (JsonNode?)Encoded(t.Get(k)!)))),
            },
            _ => throw new NotSupportedException(),
        };

    // As Python's repr writes it.
    private static string Float(double value) =>
        double.IsNaN(value) ? "nan"
        : double.IsInfinity(value) ? (value > 0 ? "inf" : "-inf")
        : Python(value);

    private static string Python(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
        return text.Contains('e', StringComparison.Ordinal) || text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    private static string Moment(TomlMoment m)
    {
        var date = m.HasDate ? m.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        var time = m.HasTime ? m.Value.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture) : "";
        var offset = m.Offset is { } o ? (o < TimeSpan.Zero ? "-" : "+") + o.ToString(@"hh\:mm", CultureInfo.InvariantCulture) : "";
        return date + (m.HasDate && m.HasTime ? "T" : "") + time + offset;
    }
}
