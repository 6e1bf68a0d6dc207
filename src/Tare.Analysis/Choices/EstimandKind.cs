namespace Tare.Analysis;

/// <summary>What is compared between methodologies.</summary>
public enum EstimandKind
{
    /// <summary>The lag under the methodology's own definition, months.</summary>
    Months,

    /// <summary>The gap between the two frontiers at the last date, points of the methodology's own scale.</summary>
    Points,

    /// <summary>The lead of one named model over another, Elo.</summary>
    Elo,
}
