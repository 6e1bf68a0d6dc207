namespace Tare.Psychometrics;

/// <summary>Turns a finished fit into what the caller sees.</summary>
internal static class MarginalResults
{
    private const double LargestSlope = 30;

    internal static ItemCalibration Of(ResponseMatrix data, MarginalData prepared, MarginalOptions options, MarginalEngine engine)
    {
        var covariances = ItemCovariances.Of(prepared, options, engine, data.IsContinuous || data.HasImportance);
        var unit = options.Model == ResponseModel.Rasch ? engine.Parameters.A[0] : 1;
        var items = Items(data, prepared, options, engine.Parameters, covariances);
        var atBound = items
            .Where(item => item.Discrimination is Estimate.Known { Basis: EstimateBasis.Bound })
            .Select(item => $"discrimination of '{item.Id}'")
            .ToArray();
        return new ItemCalibration
        {
            Data = data,
            Options = options,
            LogLikelihood = engine.LogLikelihood,
            ParameterCount = ParameterCount(options, prepared.Items.Length),
            Convergence = new Convergence(engine.IsReached, engine.Cycles, engine.Objective, engine.Gradient, atBound),
            Items = items,
            Persons = Persons(data, engine, prepared, unit),
            PopulationDeviation =
                options.Model == ResponseModel.Rasch
                    ? Known(unit, Root(covariances[0], 0))
                    : new Estimate.Known(1, null, EstimateBasis.Fixed),
            StandardErrors = covariances.Method,
            QuadratureSpacing = engine.Expectation.Grid.Spacing,
            SmallestPosteriorDeviation = engine.SmallestDeviation,
            Warnings = Warnings(prepared, options, engine, items),
        };
    }

    private static int ParameterCount(MarginalOptions options, int items) =>
        options.Model switch
        {
            ResponseModel.Rasch or ResponseModel.OneParameter => items + 1,
            ResponseModel.ThreeParameter when options.Guessing.Fixed is null => 3 * items,
            _ => 2 * items,
        };

    private static CalibratedItem[] Items(
        ResponseMatrix data,
        MarginalData prepared,
        MarginalOptions options,
        ItemParameterVector parameters,
        ItemCovariances covariances
    )
    {
        var result = new CalibratedItem[data.Items.Count];
        for (var k = 0; k < prepared.Items.Length; k++)
        {
            result[prepared.Items[k]] = Item(data.Items[prepared.Items[k]], options, parameters, k, covariances[k]);
        }

        if (prepared.Items.Length == result.Length)
        {
            return result;
        }

        var isSolved = new bool[result.Length];
        for (var k = 0; k < data.Count; k++)
        {
            isSolved[data.ItemOf[k]] |= data.Value[k] > 0;
        }

        for (var j = 0; j < result.Length; j++)
        {
            if (result[j] is null)
            {
                var reason = new Estimate.NotIdentified(
                    isSolved[j]
                        ? "Everybody who tried the item solved it: it is easier than any finite difficulty. It took no part in the fit."
                        : "Nobody solved the item: it is harder than any finite difficulty. It took no part in the fit."
                );
                result[j] = new CalibratedItem(data.Items[j], reason, reason, reason, reason);
            }
        }

        return result;
    }

    private static CalibratedItem Item(
        string id,
        MarginalOptions options,
        ItemParameterVector parameters,
        int item,
        SymmetricMatrix? covariance
    )
    {
        var (a, d, c) = (parameters.A[item], parameters.D[item], parameters.C(item));
        var guessing = parameters.EstimatesGuessing
            ? Known(c, Root(covariance, 2) is { } g ? c * (1 - c) * g : null)
            : new Estimate.Known(c, null, EstimateBasis.Fixed);
        var intercept = Known(d, Root(covariance, 1));
        if (options.Model == ResponseModel.Rasch)
        {
            // θ in logits is a times the standard normal θ, so b = -d and the slope is 1 by definition.
            return new CalibratedItem(
                id,
                Known(-d, Root(covariance, 1)),
                new Estimate.Known(1, null, EstimateBasis.Fixed),
                guessing,
                intercept
            );
        }

        if (Math.Abs(a) >= LargestSlope)
        {
            return new CalibratedItem(
                id,
                new Estimate.Known(-d / a, null, EstimateBasis.Bound),
                new Estimate.Known(a, null, EstimateBasis.Bound),
                guessing,
                new Estimate.Known(d, null, EstimateBasis.Bound)
            );
        }

        return new CalibratedItem(id, Difficulty(a, d, covariance), Known(a, Root(covariance, 0)), guessing, intercept);
    }

    /// <summary>b = -d / a, by the delta method: variance (var d + 2 b cov(a, d) + b² var a) / a².</summary>
    private static Estimate Difficulty(double a, double d, SymmetricMatrix? covariance)
    {
        var b = -d / a;
        if (!(Math.Abs(b) < 1e6))
        {
            return new Estimate.NotIdentified(
                $"The slope is {a:G3}: answers do not depend on ability, so no location explains them. See the intercept."
            );
        }

        var variance = covariance is null
            ? double.NaN
            : (covariance[1, 1] + (2 * b * covariance[1, 0]) + (b * b * covariance[0, 0])) / (a * a);
        return Known(b, variance > 0 ? Math.Sqrt(variance) : null);
    }

    private static CalibratedPerson[] Persons(ResponseMatrix data, MarginalEngine engine, MarginalData prepared, double unit)
    {
        var persons = new CalibratedPerson[data.Persons.Count];
        for (var p = 0; p < persons.Length; p++)
        {
            var (right, trials) = prepared.Rows.Totals(p);
            var basis = right > 0 && right < trials ? EstimateBasis.Data : EstimateBasis.Prior;
            var windows = engine.Expectation.Windows;
            persons[p] = new CalibratedPerson(
                data.Persons[p],
                new Estimate.Known(unit * windows.Mean[p], unit * windows.Deviation[p], basis)
            );
        }

        return persons;
    }

    private static List<string> Warnings(MarginalData prepared, MarginalOptions options, MarginalEngine engine, CalibratedItem[] items)
    {
        var warnings = new List<string>();
        var spacing = engine.Expectation.Grid.Spacing;
        var deviations = engine.Expectation.Windows.Deviation;
        var narrow = deviations.Count(deviation => deviation < 0.9 * spacing);
        if (narrow > 0)
        {
            warnings.Add(
                $"The grid's spacing of {spacing:0.###} does not resolve the posteriors of {narrow} of {deviations.Length} persons (smallest standard deviation "
                    + $"{engine.SmallestDeviation:0.###} or less): log-likelihood, slopes and abilities are biased. Leave the grid to the program, or force more points."
            );
        }

        if (!engine.IsReached)
        {
            warnings.Add(
                $"Not converged after {engine.Cycles} cycles: the last one still changed a parameter by {engine.LargestChange:G3} (tolerance {options.Tolerance:G3})."
            );
        }

        AddNames(
            warnings,
            items,
            item => item.Discrimination is Estimate.NotIdentified,
            "were solved by all or by none and took no part in the fit"
        );
        AddNames(
            warnings,
            items,
            item => item.Discrimination is Estimate.Known { Basis: EstimateBasis.Bound },
            $"have a slope at the bound of {LargestSlope}"
        );
        AddNames(
            warnings,
            items,
            item => item.Discrimination is Estimate.Known { Value: < 0 },
            "have a negative slope; a reversed answer key is the usual cause"
        );
        if (engine.IsUnresolved)
        {
            warnings.Add("Some posteriors are narrower than the finest grid; check persons with very many trials.");
        }

        var empty = Enumerable.Range(0, prepared.Persons).Count(p => prepared.Rows.AnswerCount(p) == 0);
        if (empty > 0)
        {
            warnings.Add($"{empty} person(s) have no answer to an item that took part; their abilities are the population's.");
        }

        return warnings;
    }

    private static void AddNames(List<string> warnings, CalibratedItem[] items, Func<CalibratedItem, bool> isMeant, string what)
    {
        var names = items.Where(isMeant).Select(item => item.Id).ToArray();
        if (names.Length > 0)
        {
            warnings.Add($"{names.Length} item(s) {what}: {NameList.Of(names, 4)}.");
        }
    }

    private static Estimate.Known Known(double value, double? error) => new(value, error);

    private static double? Root(SymmetricMatrix? covariance, int k) =>
        covariance is not null && covariance[k, k] > 0 ? Math.Sqrt(covariance[k, k]) : null;
}
