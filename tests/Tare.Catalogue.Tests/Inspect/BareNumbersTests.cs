using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tare.Catalogue;

namespace Tare.Catalogue.Tests;

/// <summary>Python's NaN and Infinity become strings, and what stands in strings stays.</summary>
public sealed class BareNumbersTests
{
    [Theory]
    [InlineData("""{"a": NaN, "b": [Infinity, -Infinity]}""", """{"a": "NaN", "b": ["Infinity", "-Infinity"]}""")]
    [InlineData("""{"NaN": "-Infinity \" NaN", "x\\": NaN}""", """{"NaN": "-Infinity \" NaN", "x\\": "NaN"}""")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("", "")]
    [InlineData("\"cut \\", "\"cut \\")]
    [InlineData("Na", "Na")]
    public void Tokens_outside_of_strings_are_quoted(string json, string expected) =>
        Encoding.UTF8.GetString(BareNumbers.Quote(Encoding.UTF8.GetBytes(json)).Span).ShouldBe(expected);

    [Fact]
    public void Json_without_such_tokens_is_left_as_it_is() =>
        Prop.ForAll<string[]>(texts =>
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(texts.Select(t => t + " NaN\\\"Infinity"));
                return BareNumbers.Quote(json).Span.SequenceEqual(json);
            })
            .QuickCheckThrowOnFailure();
}
