namespace Tare.Psychometrics;

/// <summary>A person who was given only a part of a benchmark's items: the score on the whole, filled in.</summary>
/// <remarks>
/// <para>
/// score = (Σ over run items of y + Σ over the others of sigmoid(θ - δ)) / N, with difficulties δ calibrated (Rasch, marginal maximum likelihood)
/// on all other persons and θ from the person's own responses. Beside it stands the plain mean of the run items.
/// </para>
/// <para>See docs/methods/subset-imputation.md.</para>
/// </remarks>
public static class SubsetImputation
{
    /// <summary>Fills in.</summary>
    /// <param name="data">Responses of the person and of others; facets are not used, importance is not allowed.</param>
    /// <param name="person">Identifier of the person.</param>
    /// <param name="benchmark">The benchmark to fill in; <see langword="null"/>: all items are one benchmark.</param>
    /// <param name="benchmarkOf">The benchmark of an item; not used where <paramref name="benchmark"/> is <see langword="null"/>.</param>
    /// <param name="options">Level and estimator.</param>
    /// <param name="cancel">Stops between fits.</param>
    /// <exception cref="ArgumentException">The person, or the benchmark, is not in the data, or a response carries importance.</exception>
    /// <exception cref="NotIdentifiedException">The others' responses do not identify the items.</exception>
    public static SubsetImputationResult Of(
        ResponseMatrix data,
        string person,
        string? benchmark,
        Func<string, string?> benchmarkOf,
        ImputationOptions options,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(benchmarkOf);
        ArgumentNullException.ThrowIfNull(options);
        Check(data, options.Level);
        var index = data.Persons.ToList().IndexOf(person);
        if (index < 0)
        {
            throw new ArgumentException(
                $"Person '{person}' has no responses; expected one of the {data.Persons.Count} persons.",
                nameof(person)
            );
        }

        var parts = PersonRun.Of(data, index, benchmark, benchmarkOf);
        if (parts.Items.Count == 0)
        {
            throw new ArgumentException($"No item belongs to benchmark '{benchmark}'.", nameof(benchmark));
        }

        var filler = new BenchmarkFiller(parts.Others, parts.Items, parts.Other.Count > 0, options, cancel);
        var scores = filler.Fill(parts.Own, parts.Other);
        var rest = filler.Rest(parts.Own);
        return new SubsetImputationResult
        {
            Person = person,
            Benchmark = benchmark,
            ItemCount = parts.Items.Count,
            RunCount = parts.Own.Count,
            OtherCount = parts.Other.Count,
            ReferenceCount = parts.Others.Persons.Count,
            ConstantCount = rest.Count(i => !filler.Own.Informs(i)),
            Scores = scores,
            Unevenness = filler.Unevenness(parts.Own, parts.Other),
        };
    }

    internal static void Check(ResponseMatrix data, double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentException($"Level {level}; expected a number in (0, 1).");
        }

        if (data.HasImportance || data.HasFrequency)
        {
            throw new ArgumentException("Responses carry importance or frequency; a score counts every item once. Leave the column out.");
        }
    }
}
