namespace Tare.Analysis;

/// <summary>What a small published table alone implies: the gaps, how they move with the spread and the benchmarks, and what was printed.</summary>
public sealed record TableStudy
{
    /// <summary>The fit of the whole table.</summary>
    public required FitFinding Fit { get; init; }

    /// <summary>Refits by spread, and with benchmarks left out.</summary>
    public required IReadOnlyList<DropRow> Rows { get; init; }

    /// <summary>The benchmarks whose share is asked for.</summary>
    public required IReadOnlyList<string> Disputed { get; init; }

    /// <summary>Share of each model's lead over the anchor that goes when the disputed benchmarks are left out: 1 - gap without / gap with; by model identifier.</summary>
    public required IReadOnlyDictionary<string, double> DisputedShare { get; init; }

    /// <summary>What the publisher printed, by model identifier: value and half width at 95 %.</summary>
    public required IReadOnlyDictionary<string, (double Value, double HalfWidth95)> Printed { get; init; }
}
