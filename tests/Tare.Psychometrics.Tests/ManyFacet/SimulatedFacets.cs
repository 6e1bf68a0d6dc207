using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>A crossed design whose truth is known: persons by raters by items, every cell tried.</summary>
internal sealed record SimulatedFacets(int Persons, int Raters, int Items, int Trials)
{
    internal static readonly string[] TermNames = ["person", "rater", "item", "item x rater"];

    internal static IReadOnlyList<FacetTerm> Terms { get; } =
    [FacetTerm.Random("person"), FacetTerm.Random("rater"), FacetTerm.Random("item"), FacetTerm.Random("item", "rater")];

    /// <summary>Draws effects of the given spreads, in the order of <see cref="TermNames"/>, then the counts.</summary>
    internal (ResponseMatrix Data, double[][] Effects) Draw(RandomSource random, double intercept, double[] spreads)
    {
        int[] counts = [Persons, Raters, Items, Items * Raters];
        var effects = counts
            .Select((count, t) => Enumerable.Range(0, count).Select(_ => spreads[t] * random.NextNormal()).ToArray())
            .ToArray();
        var responses = new List<Response>();
        for (var p = 0; p < Persons; p++)
        {
            for (var r = 0; r < Raters; r++)
            {
                for (var i = 0; i < Items; i++)
                {
                    var eta = intercept + effects[0][p] + effects[1][r] + effects[2][i] + effects[3][(i * Raters) + r];
                    var right = Enumerable.Range(0, Trials).Count(_ => random.NextDouble() < Logistic.Sigmoid(eta));
                    responses.Add(Response.Of($"p{p:00}", $"i{i:00}", right, Trials) with { Levels = [$"r{r}"] });
                }
            }
        }

        return (ResponseMatrix.From(responses, ["rater"]), effects);
    }

    internal static ManyFacetOptions Options(ScalePrior? prior = null) =>
        new() { Terms = Terms, Prior = prior ?? new ScalePrior.HalfNormal(1) };
}
