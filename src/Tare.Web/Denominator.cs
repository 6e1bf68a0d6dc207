using Tare.Analysis;
using Tare.Records;

namespace Tare.Web;

/// <summary>How much evidence stands behind a figure.</summary>
/// <param name="Scores">Scores.</param>
/// <param name="Models">Models.</param>
/// <param name="Benchmarks">Benchmarks.</param>
public sealed record Denominator(int Scores, int Models, int Benchmarks)
{
    /// <summary>No evidence of scores stands behind the figure.</summary>
    public static Denominator None { get; } = new(0, 0, 0);

    /// <summary>The counts that a fit used.</summary>
    /// <param name="fit">The fit.</param>
    public static Denominator Of(FitFinding fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new(fit.ScoreCount, fit.Abilities.Rows.Count, fit.Items.Count);
    }

    /// <summary>The counts of a whole evidence, of which a methodology takes a subset.</summary>
    /// <param name="evidence">The evidence.</param>
    public static Denominator Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new(evidence.Scores.Count, evidence.Models.Count, evidence.Benchmarks.Count);
    }

    /// <summary>Responses of persons to items instead of scores of models on benchmarks.</summary>
    /// <param name="responses">Responses.</param>
    /// <param name="persons">Persons.</param>
    /// <param name="items">Items.</param>
    public static Denominator OfResponses(int responses, int persons, int items) =>
        new(responses, persons, items) { Nouns = ("response", "person", "item") };

    private (string Score, string Model, string Benchmark) Nouns { get; init; } = ("score", "model", "benchmark");

    /// <summary>The counts in words.</summary>
    public override string ToString() =>
        $"{Words.Count(Scores, Nouns.Score)} of {Words.Count(Models, Nouns.Model)} on {Words.Count(Benchmarks, Nouns.Benchmark)}";
}
