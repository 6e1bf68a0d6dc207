using Tare.Records;

namespace Tare.Records.Tests;

public sealed class LanguageModelTests
{
    private static readonly DateOnly s_listed = new(2025, 3, 3);

    private static LanguageModel With(params ReleaseDate[] dates) =>
        new()
        {
            Id = "m",
            Name = "M",
            ReleaseDates = dates,
        };

    [Fact]
    public void A_model_without_dates_has_none_under_any_rule()
    {
        foreach (var rule in Enum.GetValues<DateRule>())
        {
            With().DateUnder(rule).ShouldBeNull();
        }
    }

    [Fact]
    public void The_first_date_is_listed_and_stands_in_for_a_kind_that_is_missing()
    {
        var model = With(new(s_listed, ReleaseDateKind.Listed, "a"), new(new(2025, 1, 1), ReleaseDateKind.Announcement, "b"));
        model.DateUnder(DateRule.AsListed).ShouldBe(s_listed);
        model.DateUnder(DateRule.Announcement).ShouldBe(new DateOnly(2025, 1, 1));
        model.DateUnder(DateRule.Release).ShouldBe(s_listed);
    }

    [Fact]
    public void Of_several_dates_of_a_kind_the_earliest_counts()
    {
        var model = With(
            new(s_listed, ReleaseDateKind.Listed, "a"),
            new(new(2025, 5, 5), ReleaseDateKind.Release, "b"),
            new(new(2025, 4, 4), ReleaseDateKind.Release, "c")
        );
        model.DateUnder(DateRule.Release).ShouldBe(new DateOnly(2025, 4, 4));
    }
}
