using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>How well subsets fill in scores that are known: persons with a whole benchmark are given random parts of it.</summary>
/// <remarks>Each person's items are calibrated on the other persons alone. Random streams: <c>{stream}/{person}/{share}</c>, one replicate a subset.</remarks>
public sealed record HoldOutStudy
{
    /// <summary>The benchmark; <see langword="null"/> where all items are one.</summary>
    public required string? Benchmark { get; init; }

    /// <summary>Items of the benchmark.</summary>
    public required int ItemCount { get; init; }

    /// <summary>Persons who have them all.</summary>
    public required int CompletePersons { get; init; }

    /// <summary>Persons held out.</summary>
    public required int Persons { get; init; }

    /// <summary>How it was done.</summary>
    public required HoldOutOptions Options { get; init; }

    /// <summary>What uneven means here.</summary>
    public required UnevennessMeasure Unevenness { get; init; }

    /// <summary>The two values that divide the persons into thirds by unevenness.</summary>
    public required (double Lower, double Upper) Cuts { get; init; }

    /// <summary>By variant, share and third; third 0 is all.</summary>
    public required IReadOnlyList<HoldOutCell> Cells { get; init; }

    /// <summary>Runs the study.</summary>
    /// <param name="data">Responses.</param>
    /// <param name="benchmark">The benchmark; <see langword="null"/>: all items are one.</param>
    /// <param name="benchmarkOf">The benchmark of an item.</param>
    /// <param name="options">Sizes, repeats, streams.</param>
    /// <param name="progress">Told the number of persons done, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between persons.</param>
    /// <exception cref="ArgumentException">A share is not in (0, 1), or repeats are fewer than 2.</exception>
    /// <exception cref="NotIdentifiedException">Fewer than four persons have all items, or the rest does not identify the items.</exception>
    public static HoldOutStudy Of(
        ResponseMatrix data,
        string? benchmark,
        Func<string, string?> benchmarkOf,
        HoldOutOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(benchmarkOf);
        ArgumentNullException.ThrowIfNull(options);
        SubsetImputation.Check(data, options.Imputation.Level);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Repeats, 2);
        if (options.Shares.Count == 0 || options.Shares.Any(s => !(s > 0 && s < 1)))
        {
            throw new ArgumentException($"Shares {string.Join(", ", options.Shares)}; expected numbers in (0, 1).");
        }

        var items = data.Items.Where(i => benchmark is null || string.Equals(benchmarkOf(i), benchmark, StringComparison.Ordinal)).ToList();
        var complete = Complete(data, items);
        if (complete.Count < 4)
        {
            throw new NotIdentifiedException(
                $"{complete.Count} persons have all {items.Count} items{(benchmark is null ? "" : $" of '{benchmark}'")}; a hold-out study needs at least 4. "
                    + "Name another benchmark, or leave out items that few were given."
            );
        }

        var chosen = Spread(complete, options.MostPersons);
        var held = ParallelLoop.Run(
            chosen.Count,
            options.Imputation.Threads,
            new WorkspacePool<object>(() => new object()),
            (k, _) => HeldOutPerson.Of(data, chosen[k], benchmark, benchmarkOf, options, cancel),
            progress,
            cancel
        );
        var (lower, upper) = Cut(held);
        return new HoldOutStudy
        {
            Benchmark = benchmark,
            ItemCount = items.Count,
            CompletePersons = complete.Count,
            Persons = chosen.Count,
            Options = options,
            Unevenness = held.Any(h => h.HasContrast) ? UnevennessMeasure.BenchmarkContrast : UnevennessMeasure.Infit,
            Cuts = (lower, upper),
            Cells = HoldOutSummary.Of(held, options, items.Count, lower, upper),
        };
    }

    /// <summary>The third that an unevenness falls into, 1 to 3; 0 where it is not known.</summary>
    /// <param name="unevenness">The measure, or <see langword="null"/>.</param>
    public int ThirdOf(double? unevenness) =>
        unevenness is not { } u ? 0
        : u <= Cuts.Lower ? 1
        : u <= Cuts.Upper ? 2
        : 3;

    private static List<int> Complete(ResponseMatrix data, List<string> items)
    {
        var wanted = items.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<int>[data.Persons.Count];
        for (var k = 0; k < data.Count; k++)
        {
            if (wanted.Contains(data.Items[data.ItemOf[k]]))
            {
                (seen[data.PersonOf[k]] ??= []).Add(data.ItemOf[k]);
            }
        }

        return [.. Enumerable.Range(0, seen.Length).Where(p => seen[p]?.Count == items.Count)];
    }

    private static List<int> Spread(List<int> persons, int most) =>
        most <= 0 || persons.Count <= most
            ? persons
            : [.. Enumerable.Range(0, most).Select(k => persons[(int)((long)k * persons.Count / most)])];

    private static (double Lower, double Upper) Cut(HeldOutPerson[] held)
    {
        var values = held.Where(h => h.Unevenness is not null).Select(h => h.Unevenness!.Value).ToArray();
        return values.Length == 0 ? (0, 0) : (Quantiles.Of(values, 1.0 / 3), Quantiles.Of(values, 2.0 / 3));
    }
}
