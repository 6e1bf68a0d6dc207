using System.Numerics;
using Tare.Psychometrics;

namespace Tare.Psychometrics.Tests;

/// <summary>The marginal log-likelihood by the textbook formula: one product and one integral a person, slow and obvious. Takes complex parameters.</summary>
internal static class ReferenceLikelihood
{
    internal static Complex Of(ResponseMatrix data, Complex[] a, Complex[] d, double[] c, int points = 801, double limit = 9)
    {
        var total = Complex.Zero;
        var step = 2 * limit / (points - 1);
        for (var p = 0; p < data.Persons.Count; p++)
        {
            var integral = Complex.Zero;
            for (var q = 0; q < points; q++)
            {
                var theta = -limit + (q * step);
                var product = new Complex(Math.Exp(-0.5 * theta * theta) / Math.Sqrt(2 * Math.PI) * step, 0);
                for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
                {
                    var i = data.ItemOf[k];
                    var z = (a[i] * theta) + d[i];
                    var logWrong = Complex.Log(1 - c[i]) + LogSigmoid(-z);
                    var logRight = c[i] == 0 ? LogSigmoid(z) : Complex.Log(c[i] + ((1 - c[i]) * Complex.Exp(LogSigmoid(z))));
                    var n = data.Trials[k] * data.Importance[k];
                    var right = n * data.Value[k];
                    product *= Complex.Exp((right * logRight) + ((n - right) * logWrong));
                }

                integral += product;
            }

            total += data.PersonFrequency[p] * Complex.Log(integral);
        }

        return total;
    }

    private static Complex LogSigmoid(Complex z) => z.Real < 0 ? z - Complex.Log(1 + Complex.Exp(z)) : -Complex.Log(1 + Complex.Exp(-z));

    internal static double Of(ItemCalibration fit)
    {
        var items = fit.Items.Select(item => item.Parameters!.Value).ToArray();
        return Of(
            fit.Data,
            [.. items.Select(item => (Complex)(item.Discrimination * (fit.Options.Model == ResponseModel.Rasch ? Deviation(fit) : 1)))],
            [.. items.Select(item => (Complex)item.Intercept)],
            [.. items.Select(item => item.Guessing)]
        ).Real;
    }

    private static double Deviation(ItemCalibration fit) => ((Estimate.Known)fit.PopulationDeviation).Value;

    /// <summary>Simulated responses; a share of the pairs is missing by design.</summary>
    internal static ResponseMatrix Simulate(string stream, int persons, int items, double missing, double guessing = 0, int replicate = 0)
    {
        var (_, data) = SimulateWithTruth(stream, persons, items, missing, guessing, replicate);
        return data;
    }

    internal static (ItemParameters[] Truth, ResponseMatrix Data) SimulateWithTruth(
        string stream,
        int persons,
        int items,
        double missing,
        double guessing,
        int replicate
    )
    {
        var random = Numerics.RandomSource.For(stream, 0);
        var truth = Enumerable
            .Range(0, items)
            .Select(_ => ItemParameters.At(Math.Exp(0.3 * random.NextNormal()), random.NextNormal(), guessing))
            .ToArray();
        random = Numerics.RandomSource.For(stream + "/responses", replicate);
        var table = new sbyte[persons * items];
        for (var p = 0; p < persons; p++)
        {
            var theta = random.NextNormal();
            for (var i = 0; i < items; i++)
            {
                var isRight = random.NextDouble() < truth[i].Probability(theta);
                table[(p * items) + i] =
                    random.NextDouble() < missing ? (sbyte)-1
                    : isRight ? (sbyte)1
                    : (sbyte)0;
            }
        }

        return (truth, ResponseMatrix.FromTable(Names('p', persons), Names('i', items), table));
    }

    internal static string[] Names(char letter, int count) => [.. Enumerable.Range(0, count).Select(k => $"{letter}{k:00000}")];
}
