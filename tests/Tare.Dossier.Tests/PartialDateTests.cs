using Tare.Records;

namespace Tare.Dossier.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("unknown", DatePrecision.Unknown, null, null)]
    [InlineData("2026", DatePrecision.Year, "2026-01-01T00:00:00.0000000", "2026-12-31T23:59:59.9999999")]
    [InlineData("2026-02", DatePrecision.Month, "2026-02-01T00:00:00.0000000", "2026-02-28T23:59:59.9999999")]
    [InlineData("2024-02-29", DatePrecision.Day, "2024-02-29T00:00:00.0000000", "2024-02-29T23:59:59.9999999")]
    [InlineData("2026-05-21T09:29Z", DatePrecision.Minute, "2026-05-21T09:29:00.0000000", "2026-05-21T09:29:59.9999999")]
    public void A_date_stands_for_every_instant_that_it_can_mean(string text, DatePrecision precision, string? earliest, string? latest)
    {
        var date = PartialDate.Parse(text);
        date.Precision.ShouldBe(precision);
        date.Earliest?.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff").ShouldBe(earliest);
        date.Latest?.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff").ShouldBe(latest);
        date.Earliest?.Offset.ShouldBe(TimeSpan.Zero);
        date.ToString().ShouldBe(text);
        PartialDate.Parse(date.ToString()).ShouldBe(date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("26-05-01")]
    [InlineData("2026-5-1")]
    [InlineData("2026-05-21T09:29")]
    [InlineData("2026-05-21T09:29+02:00")]
    [InlineData("Unknown")]
    [InlineData("May 2026")]
    [InlineData("9999")]
    public void Other_forms_are_refused(string text)
    {
        PartialDate.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => PartialDate.Parse(text));
    }

    [Fact]
    public void An_unknown_date_is_neither_past_nor_future()
    {
        PartialDate.Unknown.IsBy(DateTimeOffset.MaxValue).ShouldBeFalse();
        PartialDate.Unknown.IsAfter(DateTimeOffset.MinValue).ShouldBeFalse();
        var month = PartialDate.Parse("2026-05");
        month.IsBy(PartialDate.Parse("2026-05-31").Earliest!.Value).ShouldBeFalse();
        month.IsAfter(PartialDate.Parse("2026-05-31").Earliest!.Value).ShouldBeFalse();
        month.IsBy(PartialDate.Parse("2026-06-01").Earliest!.Value).ShouldBeTrue();
    }
}
