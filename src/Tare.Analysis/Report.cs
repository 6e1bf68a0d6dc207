using Tare.Records;

namespace Tare.Analysis;

/// <summary>Everything that the report says, computed: the pages only lay it out.</summary>
public sealed record Report
{
    /// <summary>The evidence behind the index and the gaps.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Draws behind each interval.</summary>
    public required int Draws { get; init; }

    /// <summary>Epoch's index on the evidence.</summary>
    public required FitFinding Index { get; init; }

    /// <summary>The gap by the index.</summary>
    public required GapFinding IndexGap { get; init; }

    /// <summary>The CAISI-like fit on the same evidence.</summary>
    public required FitFinding CaisiLike { get; init; }

    /// <summary>The gap by the CAISI-like fit on its own axis (countries).</summary>
    public required GapFinding CaisiLikeGap { get; init; }

    /// <summary>The gap by the CAISI-like fit on the axis of the index (weights), so that the two answers compare.</summary>
    public required GapFinding CaisiLikeGapOnWeights { get; init; }

    /// <summary>CAISI's own table.</summary>
    public required TableStudy CaisiTable { get; init; }

    /// <summary>The index by month, as it would have been computed then.</summary>
    public required IReadOnlyList<GapHistoryPoint> History { get; init; }

    /// <summary>Index to CAISI's printed Elo, on the models that CAISI printed.</summary>
    public required ScaleConverter IndexToPrintedElo { get; init; }

    /// <summary>Index to the CAISI-like fit, on all models of the evidence.</summary>
    public required ScaleConverter IndexToCaisiLike { get; init; }

    /// <summary>The smallest change that flips the headline of the index.</summary>
    public required SmallestChange SmallestChange { get; init; }

    /// <summary>Published values of the index for models of the evidence: identifier to value (the best version of each).</summary>
    public required IReadOnlyDictionary<string, double> PublishedIndex { get; init; }

    /// <summary>Days of the history that could not be computed, each with the reason.</summary>
    public IReadOnlyList<(DateOnly Date, string Reason)> HistorySkipped { get; init; } = [];
}
