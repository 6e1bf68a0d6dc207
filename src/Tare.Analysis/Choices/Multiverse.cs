using Tare.Records;

namespace Tare.Analysis;

/// <summary>Answers of many specifications, a part of the grid at a time, so that the caller can keep what is done.</summary>
/// <remarks>
/// Specifications that differ only in groups, dates, period or definition share one fit. Months are rounded to 1e-4, the same wherever they are
/// computed. A result depends on its specification alone, not on its part, its order or the threads.
/// </remarks>
/// <param name="evidences">Every evidence that a specification names, by name.</param>
/// <param name="options">Draws and threads.</param>
public sealed class Multiverse(IReadOnlyDictionary<string, Evidence> evidences, MultiverseOptions options)
{
    private const int Decimals = 4;

    private readonly SpecificationEngine _engine = new(
        evidences,
        new SpecificationOptions
        {
            Draws = options.Draws,
            SignificanceDraws = options.SignificanceDraws,
            Threads = options.Threads,
        }
    );

    /// <summary>Distinct fits made so far.</summary>
    public int FitCount => _engine.FitCount;

    /// <summary>The specifications in an order in which those that share a fit stand together.</summary>
    /// <param name="specifications">Any part of a grid.</param>
    public IReadOnlyList<Specification> InWorkOrder(IEnumerable<Specification> specifications) =>
        [
            .. specifications
                .OrderBy(s => s.Methodology is null ? "" : _engine.KeyOf(s.Methodology, Estimand.Months), StringComparer.Ordinal)
                .ThenBy(s => s.Index),
        ];

    /// <summary>The results of a part of a grid, in its order.</summary>
    /// <param name="part">The specifications.</param>
    /// <param name="progress">Told the number of finished fits of this part, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between fits.</param>
    public IReadOnlyList<SpecificationResult> Results(
        IReadOnlyList<Specification> part,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(part);
        var methodologies = part.Select(s => s.Methodology).OfType<Methodology>().ToArray();
        var values = new Queue<SpecificationValue>(_engine.Values(methodologies, Estimand.Months, progress, cancel));
        var results = part.Select(s => s.Methodology is null ? Contradiction(s) : Result(s.Index, values.Dequeue())).ToArray();
        if (methodologies.Length > 0)
        {
            _engine.KeepOnly(methodologies[^1], Estimand.Months);
        }

        return results;
    }

    private static SpecificationResult Contradiction(Specification s) => new(s.Index, null, null, null, 0, 0, s.Reason);

    private static SpecificationResult Result(int index, SpecificationValue v) =>
        new(index, Rounded(v.Value), Rounded(v.Interval?.Lower), Rounded(v.Interval?.Upper), v.Caught, v.Censored, v.Reason);

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, Decimals) + 0.0 : null;
}
