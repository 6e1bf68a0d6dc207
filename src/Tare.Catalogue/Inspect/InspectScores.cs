using System.Globalization;
using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The scores of one sample as outcomes. What is no share in [0, 1] is missing, with the reason; it is never a zero.</summary>
internal static class InspectScores
{
    private static readonly Dictionary<string, double> s_letters = new(StringComparer.Ordinal)
    {
        ["C"] = 1,
        ["I"] = 0,
        ["P"] = 0.5,
        ["N"] = 0,
    };

    public static Dictionary<string, Outcome> Of(JsonElement sample, Tally tally)
    {
        var outcomes = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        foreach (var score in sample.Members("scores"))
        {
            if (score.Value.ValueKind == JsonValueKind.Object && score.Value.TryGetProperty("value", out var value))
            {
                Add(outcomes, score.Name, value, tally);
            }
        }

        return outcomes;
    }

    private static void Add(Dictionary<string, Outcome> outcomes, string scorer, JsonElement value, Tally tally)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            outcomes[scorer] = One(scorer, value, tally);
            return;
        }

        foreach (var part in value.EnumerateObject())
        {
            outcomes[$"{scorer}/{part.Name}"] = One($"{scorer}/{part.Name}", part.Value, tally);
        }
    }

    private static Outcome One(string scorer, JsonElement value, Tally tally)
    {
        var number = value.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.String => Word(value.GetString()!),
            _ => (double?)null,
        };
        if (number is >= 0 and <= 1)
        {
            return new Outcome.Scored(number.Value);
        }

        if (value.ValueKind == JsonValueKind.Null || number is double.NaN)
        {
            tally.Add("samples that a scorer left unscored (NaN or null)", "kept as missing, cause benchmark; never as 0", scorer);
            return new Outcome.Missing(MissingCause.Benchmark, "unscored");
        }

        tally.Add(
            "score values that are no share in [0, 1]",
            "kept as missing, cause benchmark",
            $"{scorer}: {Quoted.Text(value.GetRawText())}"
        );
        return new Outcome.Missing(MissingCause.Benchmark, "the score's value is no share in [0, 1]");
    }

    private static double? Word(string text) =>
        s_letters.TryGetValue(text, out var letter) ? letter
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
