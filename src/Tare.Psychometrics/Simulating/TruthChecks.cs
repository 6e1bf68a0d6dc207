namespace Tare.Psychometrics;

/// <summary>What the options of a simulated truth must satisfy.</summary>
internal static class TruthChecks
{
    private static readonly string[] s_columns = ["person", "item", "response", "successes", "trials", "frequency", "importance"];

    internal static void Check(TruthOptions options)
    {
        Require(options.Persons > 0, $"{options.Persons} persons; expected a positive number");
        Require(options.Items > 0, $"{options.Items} items; expected a positive number");
        Require(options.Trials > 0, $"{options.Trials} trials; expected a positive number");
        Require(double.IsFinite(options.AbilityMean), $"ability mean {options.AbilityMean}; expected a finite number of logits");
        NotNegative("ability deviation", options.AbilityDeviation);
        NotNegative("difficulty deviation", options.DifficultyDeviation);
        NotNegative("deviation of ln a", options.LogDiscriminationDeviation);
        Share("guessing", options.Guessing);
        Share("missing share", options.MissingShare);
        Share("failure share", options.FailureShare);
        ArgumentException.ThrowIfNullOrEmpty(options.Seed);
        if (options.Facet is { } facet)
        {
            Require(options.Model == ResponseModel.Rasch, $"a facet with the {options.Model} family; expected Rasch items beside facets");
            Require(facet.Levels > 1, $"facet '{facet.Name}' with {facet.Levels} level(s); expected at least 2");
            Require(
                !string.IsNullOrWhiteSpace(facet.Name) && !s_columns.Contains(facet.Name, StringComparer.Ordinal),
                $"facet '{facet.Name}'; expected a name that is no other column's"
            );
            NotNegative("main deviation", facet.MainDeviation);
            NotNegative("person deviation", facet.PersonDeviation);
            NotNegative("item deviation", facet.ItemDeviation);
            NotNegative("person-item deviation", facet.PersonItemDeviation);
        }
    }

    private static void NotNegative(string name, double value) =>
        Require(value >= 0 && double.IsFinite(value), $"{name} {value}; expected a finite number of logits, not negative");

    private static void Share(string name, double value) => Require(value is >= 0 and < 1, $"{name} {value}; expected a share in [0, 1)");

    private static void Require(bool holds, string found)
    {
        if (!holds)
        {
            throw new ArgumentException($"Simulated truth: {found}.");
        }
    }
}
