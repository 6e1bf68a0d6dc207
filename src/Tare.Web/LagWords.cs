using Tare.Records;

namespace Tare.Web;

/// <summary>What each definition of the lag means and where a reader may have met it.</summary>
internal static class LagWords
{
    public static string Meaning(LagDefinition definition) =>
        definition switch
        {
            LagDefinition.FirstCrossing => "the best follower's date minus the first date of a leader as able",
            LagDefinition.Records => "mean of first crossings over followers that set a record",
            LagDefinition.Levels => "mean over ability levels of first follower's date minus first leader's date",
            LagDefinition.Daily => "mean over days of the age of the first leader at the level of that day's best follower",
            LagDefinition.TrendLine => "horizontal offset between two parallel lines through the record setters",
            LagDefinition.CatchUp => "mean lag from a leader's record to the first follower not significantly below it",
            _ => Words.Name(definition),
        };

    public static string KnownAs(LagDefinition definition) =>
        definition switch
        {
            LagDefinition.FirstCrossing => "CAISI's wording; UK AISI",
            LagDefinition.Records => "McNair's chart",
            LagDefinition.Levels => "Epoch AI 2025, without its significance rule",
            LagDefinition.Daily => "no published counterpart",
            LagDefinition.TrendLine => "CAISI's figure",
            LagDefinition.CatchUp => "Epoch AI's published lag",
            _ => "no published counterpart",
        };
}
