using Spectre.Console;
using Tare.App.Cli;
using Tare.Psychometrics;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare score</c>.</summary>
internal static class ScoreScreen
{
    private const int Shown = 30;

    public static void Write(Terminal terminal, KnownItemScores scores, ItemFile file, string? written)
    {
        var console = terminal.Styled();
        var known = scores.Persons.Count(p => p.Ability is Estimate.Known);
        console.WriteLine(
            $"{Name(scores.Options.Method)}: {Show.Count(known)} of {Show.Count(scores.Persons.Count, "person")} scored from {Show.Count(scores.ResponsesUsed.Sum(), "response")} to {Show.Count(file.Items.Count - scores.UnansweredItems.Count)} of {Show.Count(file.Items.Count, "known item")}."
        );
        if (scores.MissingByFailure > 0)
        {
            console.WriteLine($"{Show.Count(scores.MissingByFailure, "response")} failed to come: missing, not wrong, and not used.");
        }

        var table = Tables.New("person", "ability", "se", "responses", "note");
        Tables.AlignRight(table, 1, 2, 3);
        foreach (var (person, used) in scores.Persons.Zip(scores.ResponsesUsed).Take(Shown))
        {
            Tables.Row(
                table,
                person.Id,
                person.Ability is Estimate.Known k ? Show.Number(k.Value, "F3") : "not identified",
                person.Ability is Estimate.Known { StandardError: { } s } ? Show.Number(s, "F3") : "",
                Show.Count(used),
                Note(person.Ability)
            );
        }

        if (scores.Persons.Count > Shown)
        {
            table.Caption($"{Shown} of {Show.Count(scores.Persons.Count)} persons; --out FILE and --json have all.");
        }

        console.Write(table);
        console.WriteLine("Standard errors hold the items' parameters for known: they contain the sampling of answers alone.");
        if (written is not null)
        {
            console.WriteLine($"All persons: {written}");
        }
    }

    private static string Note(Estimate ability) =>
        ability switch
        {
            Estimate.NotIdentified n => n.Reason,
            Estimate.Known { Basis: EstimateBasis.Prior } => "prior-driven: all right, all wrong or no answer",
            _ => "",
        };

    private static string Name(ScoringMethod method) =>
        method switch
        {
            ScoringMethod.WeightedLikelihood => "Weighted likelihood (Warm 1989)",
            ScoringMethod.MaximumLikelihood => "Maximum likelihood",
            ScoringMethod.MaximumAPosteriori => "Posterior mode (MAP)",
            _ => "Posterior mean (EAP)",
        };
}
