using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Nonparametric bootstrap of a calibration (Efron and Tibshirani 1993): refits on resampled persons, items or groups of items.</summary>
public static class CalibrationBootstrap
{
    private const int FewestDraws = 20;

    /// <summary>Refits on resamples.</summary>
    /// <param name="data">The responses; facets are not used.</param>
    /// <param name="fit">Calibrates one resample, on one thread. It sees persons with frequencies, or items with copies.</param>
    /// <param name="options">What is resampled, and how often.</param>
    /// <param name="progress">Told the number of finished draws, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="NotIdentifiedException">There are fewer than two units, or too few draws could be fitted.</exception>
    public static ResampledErrors Of(
        ResponseMatrix data,
        Func<ResponseMatrix, Refit> fit,
        ResampleOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Draws < FewestDraws || !(options.IntervalLevel > 0 && options.IntervalLevel < 1))
        {
            throw new ArgumentException(
                $"{options.Draws} draws at level {options.IntervalLevel}; expected at least {FewestDraws} draws and a level in (0, 1).",
                nameof(options)
            );
        }

        var resample = new Resample(data, options);
        var fits = ParallelLoop.Run(
            options.Draws,
            options.Threads,
            new WorkspacePool<object>(() => new object()),
            (draw, _) => Try(resample, fit, RandomSource.For(options.Stream, draw)),
            progress,
            cancel
        );
        var kept = fits.OfType<Refit>().ToArray();
        if (kept.Length < FewestDraws)
        {
            throw new NotIdentifiedException(
                $"Only {kept.Length} of {options.Draws} resamples could be fitted: the data are too thin for a bootstrap by {options.Unit}. "
                    + "Take other standard errors, or resample another unit."
            );
        }

        var isPersons = options.Unit == ResampledUnit.Persons;
        var failed = options.Draws - kept.Length;
        return new ResampledErrors(
            options,
            isPersons ? [] : Values(data.Persons, kept.Select(k => k.Persons.Select(p => (p.Id, p.Ability))), options),
            isPersons ? Values(data.Items, kept.Select(k => k.Items.Select(i => (i.Id, i.Difficulty))), options) : [],
            isPersons ? Values(data.Items, kept.Select(k => k.Items.Select(i => (i.Id, i.Discrimination))), options) : [],
            failed
        );
    }

    private static Refit? Try(Resample resample, Func<ResponseMatrix, Refit> fit, RandomSource random)
    {
        try
        {
            var refit = fit(resample.Draw(random));
            return refit.Converged ? refit : null;
        }
        catch (NotIdentifiedException)
        {
            // A resample may fall apart or hold nothing that differs; the draw is counted as failed.
            return null;
        }
    }

    private static List<ResampledValue> Values(
        IReadOnlyList<string> ids,
        IEnumerable<IEnumerable<(string Id, Estimate Estimate)>> fits,
        ResampleOptions options
    )
    {
        var values = ids.ToDictionary(id => id, _ => new List<double>(), StringComparer.Ordinal);
        foreach (var (id, estimate) in fits.SelectMany(f => f))
        {
            // A bound is where the data asked for more than it: not a value of the parameter.
            if (estimate is Estimate.Known { Basis: not EstimateBasis.Bound } known && values.TryGetValue(id, out var list))
            {
                list.Add(known.Value);
            }
        }

        return [.. ids.Select(id => Value(id, [.. values[id]], options.IntervalLevel))];
    }

    private static ResampledValue Value(string id, double[] values, double level)
    {
        if (values.Length < FewestDraws)
        {
            return new ResampledValue(id, null, null, null, values.Length);
        }

        Array.Sort(values);
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        return new ResampledValue(
            id,
            deviation > 0 ? deviation : null,
            Quantiles.OfSorted(values, (1 - level) / 2),
            Quantiles.OfSorted(values, (1 + level) / 2),
            values.Length
        );
    }
}
