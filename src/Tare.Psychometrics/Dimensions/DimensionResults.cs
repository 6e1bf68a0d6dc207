namespace Tare.Psychometrics;

/// <summary>Turns a finished fit in several dimensions into what the caller sees.</summary>
internal static class DimensionResults
{
    /// <summary>From 12 % to 88 % within 0.4 logits: steeper than items are, and than a sample of persons can measure.</summary>
    private const double SteepSlope = 10;

    internal static DimensionalResult Of(
        DimensionData data,
        DimensionOptions options,
        DimensionEngine engine,
        DimensionErrors errors,
        IReadOnlyList<string> small
    )
    {
        var sign = Signs(data, engine.Parameters);
        var items = Items(data, options, engine.Parameters, errors, sign);
        return new DimensionalResult
        {
            Data = data.Source,
            Options = options,
            Dimensions = data.IsBifactor ? ["general", .. data.Domains] : data.Domains,
            LogLikelihood = engine.Sums.LogLikelihood,
            ParameterCount =
                Enumerable.Range(0, data.Items.Length).Sum(j => DimensionStep.Free(data, j).Length)
                + engine.Parameters.Numbers.Length
                - (3 * data.Items.Length),
            Convergence = new Convergence(engine.IsReached, engine.Cycles, engine.Sums.LogLikelihood, engine.Gradient, []),
            Items = items,
            Persons = Persons(data, engine, sign),
            Correlations = Correlations(data, engine, errors, sign),
            StandardErrors = errors.Kind,
            Warnings = Warnings(data, engine, errors, items, small),
        };
    }

    /// <summary>Each dimension points where its slopes point on the whole.</summary>
    private static double[] Signs(DimensionData data, DimensionParameters parameters)
    {
        var sums = new double[data.Dimensions];
        for (var j = 0; j < data.Items.Length; j++)
        {
            if (data.IsBifactor)
            {
                sums[0] += parameters.General[j];
            }

            if (data.DomainOf[j] >= 0)
            {
                sums[data.DomainOf[j] + (data.IsBifactor ? 1 : 0)] += parameters.Domain[j];
            }
        }

        return [.. sums.Select(s => s < 0 ? -1.0 : 1)];
    }

    private static DimensionItem[] Items(
        DimensionData data,
        DimensionOptions options,
        DimensionParameters parameters,
        DimensionErrors errors,
        double[] sign
    )
    {
        var none = new Estimate.Known(0, null, EstimateBasis.Fixed);
        var result = new DimensionItem[data.Source.Items.Count];
        var count = data.Items.Length;
        for (var j = 0; j < count; j++)
        {
            var id = data.Source.Items[data.Items[j]];
            var domain = data.DomainOf[j];
            result[data.Items[j]] = new DimensionItem(
                id,
                options.Domains[id],
                data.IsBifactor ? Slope(sign[0] * parameters.General[j], errors[j]) : none,
                domain >= 0 ? Slope(sign[domain + (data.IsBifactor ? 1 : 0)] * parameters.Domain[j], errors[count + j]) : none,
                new Estimate.Known(parameters.Intercept[j], errors[(2 * count) + j])
            );
        }

        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] is null)
            {
                var reason = new Estimate.NotIdentified(
                    "Everybody who tried the item solved it, or nobody did. It took no part in the fit."
                );
                result[i] = new DimensionItem(data.Source.Items[i], options.Domains[data.Source.Items[i]], reason, reason, reason);
            }
        }

        return result;
    }

    private static Estimate.Known Slope(double value, double? error) =>
        Math.Abs(value) >= DimensionStep.LargestSlope
            ? new Estimate.Known(value, null, EstimateBasis.Bound)
            : new Estimate.Known(value, error);

    private static DimensionPerson[] Persons(DimensionData data, DimensionEngine engine, double[] sign)
    {
        var persons = new DimensionPerson[data.Source.Persons.Count];
        for (var p = 0; p < persons.Length; p++)
        {
            var abilities = new Estimate[data.Dimensions];
            for (var d = 0; d < abilities.Length; d++)
            {
                var at = engine.Grids.Index(p, d);
                abilities[d] = new Estimate.Known(sign[d] * engine.Grids.Mean[at], engine.Grids.Deviation[at], Basis(data, p, d));
            }

            persons[p] = new DimensionPerson(data.Source.Persons[p], abilities);
        }

        return persons;
    }

    /// <summary>The prior's where the person has no answer that bears on the dimension, or only right or only wrong ones.</summary>
    private static EstimateBasis Basis(DimensionData data, int person, int dimension)
    {
        var (right, trials) = (0.0, 0.0);
        var domain = data.IsBifactor ? dimension - 1 : dimension;
        for (var k = data.Start[person]; k < data.Start[person + 1]; k++)
        {
            var answer = data.Answers[k];
            var counts = domain < 0 || data.DomainOf[answer.Item] == domain;
            right += counts ? answer.Right : 0;
            trials += counts ? answer.Trials : 0;
        }

        return right > 0 && right < trials ? EstimateBasis.Data : EstimateBasis.Prior;
    }

    private static List<Estimate[]> Correlations(DimensionData data, DimensionEngine engine, DimensionErrors errors, double[] sign)
    {
        var parameters = engine.Parameters;
        var matrix = parameters.Correlations();
        var rows = new List<Estimate[]>();
        for (var i = 0; i < data.Dimensions; i++)
        {
            var row = new Estimate[data.Dimensions];
            for (var j = 0; j < row.Length; j++)
            {
                var value = i == j ? 1 : sign[i] * sign[j] * matrix[i, j];
                var error =
                    i == j || data.IsBifactor ? null : (1 - (value * value)) * errors[parameters.IndexOf(Math.Max(i, j), Math.Min(i, j))];
                var isFixed = i == j || data.IsBifactor;
                row[j] = new Estimate.Known(value, error, isFixed ? EstimateBasis.Fixed : EstimateBasis.Data);
            }

            rows.Add(row);
        }

        return rows;
    }

    private static List<string> Warnings(
        DimensionData data,
        DimensionEngine engine,
        DimensionErrors errors,
        DimensionItem[] items,
        IReadOnlyList<string> small
    )
    {
        var warnings = new List<string>();
        if (!engine.IsReached)
        {
            warnings.Add(
                $"Not converged after {engine.Cycles} cycles: the last one still changed a parameter by {engine.LargestChange:G3}."
            );
        }

        if (engine.Grids.Unresolved is > 0 and var coarse)
        {
            warnings.Add(
                $"{coarse} posteriors are narrower than their points can resolve: dimensions are nearly the same given the answers."
            );
        }

        if (small.Count > 0)
        {
            warnings.Add(
                $"{small.Count} domain(s) have fewer than {DimensionalCalibration.FewestItems} items with right and wrong answers, which measure the general ability alone: {NameList.Of(small, 4)}."
            );
        }

        Add(warnings, items, i => i.Intercept is Estimate.NotIdentified, "were solved by all or by none and took no part in the fit");
        Add(
            warnings,
            items,
            i =>
                i.GeneralSlope is Estimate.Known { Basis: EstimateBasis.Bound }
                || i.DomainSlope is Estimate.Known { Basis: EstimateBasis.Bound },
            $"have a slope at the bound of {DimensionStep.LargestSlope}"
        );
        Add(
            warnings,
            items,
            i => IsRunaway(i.GeneralSlope) || IsRunaway(i.DomainSlope),
            $"have a slope beyond {SteepSlope}, which answers hardly bound from above; the map may name domains that the answers do not show"
        );
        if (errors.Kind == DimensionErrorKind.CrossProductByItem)
        {
            warnings.Add(
                "Standard errors are from cross products of scores, each item alone: the whole information matrix would cost too much. They leave out the common origin and unit."
            );
        }

        return warnings;
    }

    private static bool IsRunaway(Estimate slope) =>
        slope is Estimate.Known { Basis: not EstimateBasis.Bound } known && Math.Abs(known.Value) > SteepSlope;

    private static void Add(List<string> warnings, DimensionItem[] items, Func<DimensionItem, bool> isMeant, string what)
    {
        var names = items.Where(isMeant).Select(i => i.Id).ToArray();
        if (names.Length > 0)
        {
            warnings.Add($"{names.Length} item(s) {what}: {NameList.Of(names, 4)}.");
        }
    }
}
