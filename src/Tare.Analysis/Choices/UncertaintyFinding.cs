using Tare.Records;

namespace Tare.Analysis;

/// <summary>The uncertainty of an answer, source by source.</summary>
public sealed record UncertaintyFinding
{
    /// <summary>The methodology.</summary>
    public required Methodology Methodology { get; init; }

    /// <summary>What is asked.</summary>
    public required Estimand Estimand { get; init; }

    /// <summary>The answer.</summary>
    public required double Value { get; init; }

    /// <summary>One row a source, in the order of <see cref="UncertaintySource"/>.</summary>
    public required IReadOnlyList<UncertaintyRow> Rows { get; init; }

    /// <summary>Response, item, benchmark, domain, imputation and date at once.</summary>
    public required UncertaintyRow Together { get; init; }

    /// <summary>Standard error of the delete-one-domain jackknife; <see langword="null"/> where a domain cannot be left out.</summary>
    public double? DomainJackknife { get; init; }

    /// <summary>Draws of each source.</summary>
    public required int Draws { get; init; }
}
