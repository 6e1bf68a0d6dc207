using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Calibrations;

/// <summary>What the page of a calibration shows, from the calibration.</summary>
internal static class CalibrationReports
{
    private const double Step = 0.1;
    private const int Narrowest = 3;
    private const int Widest = 6;

    public static CalibrationReport Of(ItemCalibration fit)
    {
        var abilities = Abilities(fit);
        var (responses, right) = PerItem(fit.Data);
        return new CalibrationReport
        {
            Family = KebabCase.Of(fit.Options.Model),
            Fit =
                $"Marginal maximum likelihood: log-likelihood {Show.Number(fit.LogLikelihood, "F2")} with {Show.Count(fit.ParameterCount, "parameter")}, "
                + $"{(fit.Convergence.Reached ? "converged" : "NOT converged")} in {Show.Count(fit.Convergence.Iterations, "cycle")}. "
                + Population(fit.PopulationDeviation),
            Converged = fit.Convergence.Reached,
            StandardErrors =
                $"Standard errors of items: {KebabCase.Of(fit.StandardErrors)}, one standard error; of persons: the deviation of the posterior given the items.",
            Responses = fit.Data.Count,
            Warnings = fit.Warnings,
            Items = [.. fit.Items.Select((item, k) => Item(item, responses[k], right[k], abilities))],
            Persons =
            [
                .. fit.Persons.Select(
                    (p, k) =>
                        new CalibrationPerson(
                            p.Id,
                            fit.Data.PersonStart[k + 1] - fit.Data.PersonStart[k],
                            (p.Ability as Estimate.Known)?.Value,
                            (p.Ability as Estimate.Known)?.StandardError
                        )
                ),
            ],
            Abilities = abilities,
            Information = [.. abilities.Select(theta => fit.Items.Sum(i => i.Parameters?.Information(theta) ?? 0))],
        };
    }

    public static CalibrationReport Of(ManyFacetCalibration fit, ResponseMatrix data)
    {
        var person = fit.Effects.FirstOrDefault(e => string.Equals(e.Term.Name, "person", StringComparison.Ordinal));
        var counts = data
            .Persons.Select((id, p) => (id, Count: data.PersonStart[p + 1] - data.PersonStart[p]))
            .ToDictionary(p => p.id, p => p.Count, StringComparer.Ordinal);
        var (responses, right) = PerItem(data);
        return new CalibrationReport
        {
            Family = "many-facet",
            Fit = fit.Posterior is null
                ? "Laplace approximation of the many-facet family."
                : "Posterior of the many-facet family by Polya-Gamma Gibbs sampling; every printed quantity converged.",
            Converged = fit.Laplace?.Reached ?? true,
            StandardErrors = fit.Posterior is null
                ? "Standard errors are those of the Laplace approximation."
                : "Standard errors are standard deviations of the posterior.",
            Responses = data.Count,
            Warnings = [],
            Items = [.. data.Items.Select((id, k) => new CalibrationItem(id, responses[k], right[k]))],
            Persons =
            [
                .. person?.Levels.Select(l => new CalibrationPerson(l.Level[0], counts[l.Level[0]], l.Value, l.StandardError)) ?? [],
            ],
            Components = [.. fit.Components.Select(c => new CalibrationComponent(c.Term, c.StandardDeviation, c.Lower, c.Upper))],
            ComponentIntervals = $"{Show.Level(fit.Options.IntervalLevel)} interval",
        };
    }

    private static CalibrationItem Item(CalibratedItem item, int responses, double right, double[] abilities)
    {
        var difficulty = item.Difficulty as Estimate.Known;
        var discrimination = item.Discrimination as Estimate.Known;
        var guessing = item.Guessing as Estimate.Known;
        return new CalibrationItem(item.Id, responses, right)
        {
            Difficulty = difficulty?.Value,
            DifficultyError = difficulty?.StandardError,
            Discrimination = discrimination?.Value,
            DiscriminationError = discrimination?.StandardError,
            Guessing = guessing?.Value,
            GuessingError = guessing?.StandardError,
            Reason = (item.Difficulty as Estimate.NotIdentified)?.Reason,
            Curve = item.Parameters is { } parameters ? [.. abilities.Select(parameters.Probability)] : [],
        };
    }

    private static string Population(Estimate deviation) =>
        deviation is Estimate.Known { Basis: not EstimateBasis.Fixed } d
            ? $"The population has mean 0 and an estimated standard deviation of {Show.Number(d.Value, "F3")} logits."
            : "The population is standard normal by definition of the scale.";

    /// <summary>A round range over all persons and the bulk of the items, from ±3 to ±6 logits.</summary>
    private static double[] Abilities(ItemCalibration fit)
    {
        var furthest = fit.Persons.Select(p => p.Ability).OfType<Estimate.Known>().Select(a => Math.Abs(a.Value)).DefaultIfEmpty(0).Max();
        var difficulties = fit.Items.Select(i => i.Difficulty).OfType<Estimate.Known>().Select(b => Math.Abs(b.Value)).Order().ToArray();
        var bulk = difficulties.Length == 0 ? 0 : difficulties[(difficulties.Length - 1) * 19 / 20];
        var half = (int)Math.Clamp(Math.Ceiling(Math.Max(furthest, bulk) + 0.5), Narrowest, Widest);
        var steps = (int)Math.Round(2 * half / Step);
        return [.. Enumerable.Range(0, steps + 1).Select(k => Math.Round(-half + (k * Step), 1) + 0.0)];
    }

    private static (int[] Responses, double[] RightShare) PerItem(ResponseMatrix data)
    {
        var responses = new int[data.Items.Count];
        var (right, trials) = (new double[responses.Length], new double[responses.Length]);
        for (var k = 0; k < data.Count; k++)
        {
            var item = data.ItemOf[k];
            responses[item]++;
            right[item] += data.Value[k] * data.Trials[k];
            trials[item] += data.Trials[k];
        }

        return (responses, [.. right.Select((r, i) => r / trials[i])]);
    }
}
