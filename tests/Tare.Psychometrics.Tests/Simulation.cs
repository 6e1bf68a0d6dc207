using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>Small data sets from known parameters.</summary>
internal static class Simulation
{
    /// <summary>Shares of a two-parameter model with normal noise, a share of the cells observed, connected.</summary>
    internal static Response[] TwoParameter(int persons, int items, double observed, double noise, int seed)
    {
        var random = RandomSource.For("simulated two-parameter data", seed);
        var ability = Enumerable.Range(0, persons).Select(_ => random.NextNormal()).ToArray();
        var difficulty = Enumerable.Range(0, items).Select(_ => random.NextNormal()).ToArray();
        var slope = Enumerable.Range(0, items).Select(_ => Math.Exp(0.3 * random.NextNormal())).ToArray();
        var responses = new List<Response>();
        for (var p = 0; p < persons; p++)
        {
            for (var i = 0; i < items; i++)
            {
                var isSeen = random.NextDouble() < observed || i == 0 || (p == 0 && i < items);
                var value = Logistic.Sigmoid(slope[i] * (ability[p] - difficulty[i])) + (noise * random.NextNormal());
                if (isSeen)
                {
                    responses.Add(new Response($"p{p:D2}", $"i{i:D2}", Math.Clamp(value, 0, 1), 0.5 + random.NextDouble()));
                }
            }
        }

        return [.. responses];
    }

    /// <summary>A calibration to start from, with parameters around given scales.</summary>
    internal static Calibration Start(ResponseMatrix data, double locationSpread, double logSlopeSpread, int seed)
    {
        var random = RandomSource.For("random starts", seed);
        return new Calibration
        {
            Data = data,
            Abilities = [.. data.Persons.Select(_ => locationSpread * random.NextNormal())],
            Difficulties = [.. data.Items.Select(_ => locationSpread * random.NextNormal())],
            Discriminations = [.. data.Items.Select(_ => Math.Exp(logSlopeSpread * random.NextNormal()))],
            Convergence = new Convergence(false, 0, double.NaN, double.NaN, []),
        };
    }
}
