using Tare.Numerics;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Fits a methodology to an evidence and puts the result on the methodology's scale.</summary>
public static class MethodologyFit
{
    private const string BootstrapContains =
        "sampling of benchmarks within each model (each draw resamples every model's scores with replacement and is put on the scale by its own anchors); "
        + "not the choice of benchmarks for all models, harnesses or release dates";

    private const string JackknifeContains =
        "the choice of domains (one domain left out at a time, jackknife standard error times the normal quantile); "
        + "not response sampling, harnesses or release dates";

    /// <summary>The fit, with intervals by the methodology's own rule.</summary>
    /// <remarks>
    /// Bootstrap: percentiles of the draws. Domain jackknife: value +- z s with s² = (D - 1) / D times the sum over the D domains of (replicate - mean of
    /// replicates)². The draws of a methodology have a random stream named for it, so that another analysis changes none of them.
    /// </remarks>
    /// <param name="evidence">The snapshot.</param>
    /// <param name="methodology">The choices.</param>
    /// <param name="draws">Bootstrap draws, not negative; a methodology that uses the domain jackknife makes none.</param>
    /// <param name="level">Level of the bounds, in (0, 1).</param>
    /// <param name="progress">Told the number of finished draws, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="InputException">An anchor is missing, or the evidence does not carry the methodology.</exception>
    /// <exception cref="NotIdentifiedException">The data cannot tell the parameters.</exception>
    public static FitFinding Of(
        Evidence evidence,
        Methodology methodology,
        int draws,
        double level,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    ) => Of(evidence, methodology, new DrawOptions(draws, level), progress, cancel);

    /// <summary>The fit behind a gap in months: as the fit itself, always with bootstrap draws, since a frontier is selected anew in every draw.</summary>
    /// <param name="evidence">The snapshot.</param>
    /// <param name="methodology">The choices; its rule of uncertainty gives way to the bootstrap.</param>
    /// <param name="draws">Bootstrap draws, not negative.</param>
    /// <param name="level">Level of the bounds, in (0, 1).</param>
    /// <param name="progress">Told the number of finished draws, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between draws.</param>
    public static FitFinding ForGap(
        Evidence evidence,
        Methodology methodology,
        int draws,
        double level,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(methodology);
        return Of(evidence, methodology with { Uncertainty = UncertaintyRule.Bootstrap }, new DrawOptions(draws, level), progress, cancel);
    }

    /// <summary>The fit, on a stated number of threads.</summary>
    internal static FitFinding Of(
        Evidence evidence,
        Methodology methodology,
        DrawOptions options,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(methodology);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Draws, nameof(options));
        CheckLevel(options.Level);
        var built = ResponseMatrixBuilder.Build(evidence, methodology);
        var handle = Fitted(evidence, methodology, built);
        if (options.Draws > 0 && methodology.Uncertainty == UncertaintyRule.Bootstrap)
        {
            var bootstrap = new BootstrapOptions
            {
                Draws = options.Draws,
                Stream = $"bootstrap/{methodology.Name}/{evidence.Name}",
                Threads = options.Threads,
            };
            handle = handle with { Draws = handle.Family.Bootstrap(handle.Solution, bootstrap, progress, cancel) };
        }

        return Finding(evidence, methodology, built, handle, options.Level);
    }

    /// <summary>The point fit alone, ready to be fitted again.</summary>
    internal static FitHandle Fitted(Evidence evidence, Methodology methodology, BuiltResponses built)
    {
        var anchors = Anchors(evidence, methodology, built.Matrix);
        RequirePinned(evidence, methodology, built.Matrix);
        var family = FamilyOf(methodology, built.Matrix);
        var solution = family.Fit();
        var scale = PointScale.From(methodology.Scale, anchors, solution.Abilities);
        if (!scale.IsUsable)
        {
            throw InputException.At(
                $"methodology '{methodology.Name}', scale",
                $"the anchors '{string.Join("' and '", PointScale.AnchorsOf(methodology.Scale))}' have the same ability in this fit",
                "two anchors of different ability",
                "choose other anchors, or evidence with more of their scores"
            );
        }

        return new FitHandle
        {
            Family = family,
            Solution = solution,
            Anchors = anchors,
            Scale = scale,
        };
    }

    /// <summary>A methodology's family, bound to responses. The pinned benchmark is pinned only where it is among them.</summary>
    internal static IFamilyFit FamilyOf(Methodology methodology, ResponseMatrix matrix) =>
        methodology.Family switch
        {
            ResponseFamily.TwoParameterLeastSquares => TwoParameterLeastSquares.For(
                matrix,
                new TwoParameterLeastSquaresOptions
                {
                    Ridge = methodology.Ridge,
                    Clip = 0,
                    PinnedItem =
                        methodology.PinnedBenchmark is { } pinned && matrix.Items.Contains(pinned, StringComparer.Ordinal) ? pinned : null,
                }
            ),
            ResponseFamily.OneParameterWithSpread => OneParameterWithSpread.For(
                matrix,
                new OneParameterWithSpreadOptions { Sigma = methodology.Sigma }
            ),
            _ => throw new ArgumentOutOfRangeException(
                nameof(methodology),
                methodology.Family,
                "Expected a response family that this version knows."
            ),
        };

    private static void CheckLevel(double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw InputException.At(
                "level of the intervals",
                FormattableString.Invariant($"{level}"),
                "a number strictly between 0 and 1",
                "use --level 0.9, for example"
            );
        }
    }

    private static void RequirePinned(Evidence evidence, Methodology methodology, ResponseMatrix matrix)
    {
        if (
            methodology.Family != ResponseFamily.TwoParameterLeastSquares
            || methodology.PinnedBenchmark is not { } pinned
            || matrix.Items.Contains(pinned, StringComparer.Ordinal)
        )
        {
            return;
        }

        var near = NearestNames.Of(pinned, matrix.Items);
        throw InputException.At(
            $"methodology '{methodology.Name}', pinned-benchmark '{pinned}'",
            $"not among the {matrix.Items.Count} benchmarks of the fit on evidence '{evidence.Name}'",
            "a benchmark of the fit" + (near.Count > 0 ? $" (near: {string.Join(", ", near)})" : ""),
            "pin another with --set pinned-benchmark=ID"
        );
    }

    private static int[] Anchors(Evidence evidence, Methodology methodology, ResponseMatrix matrix)
    {
        var persons = matrix.Persons.ToList();
        return [.. PointScale.AnchorsOf(methodology.Scale).Select(Position)];

        int Position(string anchor)
        {
            var position = persons.IndexOf(anchor);
            if (position >= 0)
            {
                return position;
            }

            var known = evidence.Models.Any(m => string.Equals(m.Id, anchor, StringComparison.Ordinal));
            var near = NearestNames.Of(anchor, persons);
            throw InputException.At(
                $"methodology '{methodology.Name}', scale in {methodology.Scale.Unit}: anchor '{anchor}'",
                known
                    ? $"evidence '{evidence.Name}' has it, but the methodology leaves it out"
                    : $"not among the models of evidence '{evidence.Name}'",
                $"an anchor among the {persons.Count} models of the fit" + (near.Count > 0 ? $" (near: {string.Join(", ", near)})" : ""),
                known
                    ? "see the list of what was left out, and loosen that rule with --set KEY=VALUE"
                    : "use evidence that has the anchor, or another anchor with --set KEY=VALUE"
            );
        }
    }

    private static FitFinding Finding(Evidence evidence, Methodology methodology, BuiltResponses built, FitHandle handle, double level)
    {
        var jackknife = DomainJackknife.Of(evidence, methodology, built);
        if (jackknife is null && methodology.Uncertainty == UncertaintyRule.DomainJackknife)
        {
            throw InputException.At(
                $"methodology '{methodology.Name}', uncertainty domain-jackknife",
                $"the benchmarks of evidence '{evidence.Name}' are not in at least {DomainJackknife.FewestDomains} domains, each with a name",
                "a domain for every benchmark",
                "use evidence with domains, or --set uncertainty=bootstrap"
            );
        }

        var isJackknife = methodology.Uncertainty == UncertaintyRule.DomainJackknife;
        var (draws, lost) = OnScale(methodology, handle);
        var convergence = handle.Solution.Convergence;
        var table = new AbilityTable
        {
            Unit = methodology.Scale.Unit,
            Rows = Rows(evidence, methodology, handle, draws, level, isJackknife ? jackknife : null),
            Draws = draws,
            Level = level,
            Contains = (isJackknife, draws.Length) switch
            {
                (true, _) => JackknifeContains,
                (_, 0) => "nothing: no draws were made",
                _ => BootstrapContains,
            },
        };
        return new FitFinding
        {
            Methodology = methodology,
            EvidenceName = evidence.Name,
            EvidenceDigest = evidence.Digest,
            Abilities = table,
            Items = Items(evidence, handle),
            ScoreCount = built.Matrix.Count,
            Exclusions = built.Exclusions,
            Objective = convergence.Objective,
            GradientMaxNorm = convergence.ProjectedGradientNorm,
            Converged = convergence.Reached,
            Iterations = convergence.Iterations,
            AtBound = convergence.AtBound,
            DrawsNotConverged = (handle.Draws?.NotConverged ?? 0) + lost,
            PointsPerLogit = handle.Scale.PointsPerLogit,
            Origin = handle.Scale.Origin,
            DomainJackknife = jackknife,
            Handle = handle,
        };
    }

    /// <summary>Draws in points; a draw whose anchors coincide has no scale, is left out and counted.</summary>
    private static (double[][] Draws, int Lost) OnScale(Methodology methodology, FitHandle handle)
    {
        if (handle.Draws is not { } raw)
        {
            return ([], 0);
        }

        var draws = new List<double[]>(raw.Count);
        foreach (var abilities in raw.Abilities)
        {
            var scale = PointScale.From(methodology.Scale, handle.Anchors, abilities);
            if (scale.IsUsable)
            {
                draws.Add(Array.ConvertAll(abilities, scale.Points));
            }
        }

        return ([.. draws], raw.Count - draws.Count);
    }

    private static List<AbilityRow> Rows(
        Evidence evidence,
        Methodology methodology,
        FitHandle handle,
        double[][] draws,
        double level,
        DomainJackknifeFinding? jackknife
    )
    {
        var models = evidence.Models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var matrix = handle.Family.Data;
        var observations = Counts(matrix.PersonOf, matrix.Persons.Count);
        var quantile = StandardNormal.Quantile((1 + level) / 2);
        var column = new double[draws.Length];
        var rows = new List<AbilityRow>(matrix.Persons.Count);
        for (var person = 0; person < matrix.Persons.Count; person++)
        {
            var model = models[matrix.Persons[person]];
            var raw = handle.Solution.Abilities[person];
            var row = new AbilityRow(model.Id, model.Name, handle.Scale.Points(raw))
            {
                Raw = raw,
                Observations = observations[person],
                Date = model.DateUnder(methodology.DateRule),
                Group = AxisGroups.Of(model, methodology.Axis),
            };
            rows.Add(row with { Lower = Bound(-1), Upper = Bound(+1) });

            double? Bound(int side)
            {
                if (handle.Anchors.Contains(person))
                {
                    return null;
                }

                if (jackknife is not null)
                {
                    return jackknife.StandardErrors.TryGetValue(model.Id, out var s) ? row.Value + (side * quantile * s) : null;
                }

                return column.Length == 0 ? null : Percentile(person, (1 + (side * level)) / 2);
            }
        }

        return rows;

        double Percentile(int person, double probability)
        {
            for (var k = 0; k < draws.Length; k++)
            {
                column[k] = draws[k][person];
            }

            Array.Sort(column);
            return Quantiles.OfSorted(column, probability);
        }
    }

    private static List<ItemRow> Items(Evidence evidence, FitHandle handle)
    {
        var benchmarks = evidence.Benchmarks.ToDictionary(b => b.Id, StringComparer.Ordinal);
        var matrix = handle.Family.Data;
        var observations = Counts(matrix.ItemOf, matrix.Items.Count);
        var rows = new List<ItemRow>(matrix.Items.Count);
        for (var item = 0; item < matrix.Items.Count; item++)
        {
            var benchmark = benchmarks[matrix.Items[item]];
            var difficulty = handle.Solution.Difficulties[item];
            var discrimination = handle.Solution.Discriminations[item];
            rows.Add(
                new ItemRow(
                    benchmark.Id,
                    benchmark.Name,
                    handle.Scale.Points(difficulty),
                    discrimination / handle.Scale.PointsPerLogit,
                    observations[item]
                )
                {
                    RawDifficulty = difficulty,
                    RawDiscrimination = discrimination,
                    Domain = benchmark.Domain,
                }
            );
        }

        return rows;
    }

    private static int[] Counts(ReadOnlySpan<int> indices, int length)
    {
        var counts = new int[length];
        foreach (var index in indices)
        {
            counts[index]++;
        }

        return counts;
    }
}
