namespace Tare.Psychometrics;

/// <summary>Reliability, information and warnings.</summary>
internal static class FitSummaries
{
    /// <summary>Half the width of the information curve, population standard deviations.</summary>
    private const double CurveReach = 4;

    /// <summary>A typical standard error as large as this share of the slope says that the slopes are hardly known.</summary>
    private const double LargestSlopeError = 0.4;

    /// <summary>With k of n answers, a median infit above this is no matter of single items.</summary>
    private const double LargestTypicalInfit = 1.3;

    internal static Reliability Reliability(ItemCalibration calibration, PersonScore[] scores)
    {
        var data = calibration.Data;
        double Frequency(int p) => data.HasFrequency ? data.PersonFrequency[p] : 1;
        var posterior = new WeightedMoments();
        var estimates = new WeightedMoments();
        for (var p = 0; p < scores.Length; p++)
        {
            if (calibration.Persons[p].Ability is Estimate.Known { StandardError: { } deviation } known)
            {
                posterior.Add(known.Value, deviation * deviation, Frequency(p));
            }

            if (scores[p].Kind is PersonScoreKind.Scored or PersonScoreKind.Extreme)
            {
                estimates.Add(scores[p].Theta, 1 / scores[p].Information, Frequency(p));
            }
        }

        var empirical = posterior.Variance is { } v && v + posterior.MeanError > 0 ? v / (v + posterior.MeanError) : (double?)null;
        var separation = estimates.Variance is { } w && w > 0 && estimates.MeanError < w ? 1 - (estimates.MeanError / w) : (double?)null;
        return new Reliability(empirical, separation, separation is { } r ? Math.Sqrt(r / (1 - r)) : null, estimates.Mass);
    }

    internal static IReadOnlyList<InformationPoint> Information(ItemCalibration calibration, FitInput input, FitOptions options)
    {
        var deviation = calibration.PopulationDeviation is Estimate.Known known ? known.Value : 1;
        var points = new InformationPoint[options.InformationPoints];
        for (var k = 0; k < points.Length; k++)
        {
            var theta = deviation * CurveReach * ((2.0 * k / (points.Length - 1)) - 1);
            var information = 0.0;
            for (var item = 0; item < input.Items; item++)
            {
                if (input.IsKnown[item])
                {
                    information += new ItemParameters(input.Slope[item], input.Intercept[item], input.Guessing[item]).Information(theta);
                }
            }

            points[k] = new InformationPoint(theta, information, information > 1e-12 ? 1 / Math.Sqrt(information) : null);
        }

        return points;
    }

    internal static IReadOnlyList<string> Warnings(ItemCalibration calibration, FitResiduals residuals)
    {
        var warnings = new List<string>();
        var relative = calibration
            .Items.Select(i => i.Discrimination)
            .OfType<Estimate.Known>()
            .Where(a => a is { StandardError: not null, Value: not 0 })
            .Select(a => a.StandardError!.Value / Math.Abs(a.Value))
            .ToArray();
        if (
            calibration.Options.Model is ResponseModel.TwoParameter or ResponseModel.ThreeParameter
            && relative.Length > 0
            && Tare.Numerics.Quantiles.Of(relative, 0.5) is var median
            && median > LargestSlopeError
        )
        {
            warnings.Add(
                FormattableString.Invariant(
                    $"The {calibration.Persons.Count} persons hardly tell the items' slopes apart: the median standard error is {median:P0} of the slope. Take a family with one slope (1pl), or add persons."
                )
            );
        }

        var infits = residuals.Items.Select(i => i.Infit?.Value).OfType<double>().ToArray();
        if (
            calibration.Data.HasTrials
            && infits.Length > 0
            && Tare.Numerics.Quantiles.Of(infits, 0.5) is var typical
            && typical > LargestTypicalInfit
        )
        {
            warnings.Add(
                FormattableString.Invariant(
                    $"Trials of one person on one item depend on each other: the median infit is {typical:F2} where 1 is expected, so standard errors are too small by about a factor {Math.Sqrt(typical):F1}. A term person x item of the many-facet family measures it."
                )
            );
        }

        var extreme = residuals.Scores.Count(s => s.Kind == PersonScoreKind.Extreme);
        if (extreme > 0)
        {
            warnings.Add(
                $"{extreme} person(s) answered everything right or everything wrong: their abilities rest on the prior, and they are left out of item fit."
            );
        }

        var far = residuals.Scores.Count(s => s.Kind == PersonScoreKind.OutOfReach);
        if (far > 0)
        {
            warnings.Add(
                $"{far} person(s) have a weighted-likelihood ability beyond {PersonScoring.Limit} logits: they are left out of all fit statistics."
            );
        }

        return warnings;
    }
}
