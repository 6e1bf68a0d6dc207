namespace Tare.Records;

/// <summary>An affine scale on which abilities are printed.</summary>
public abstract record ScaleDefinition
{
    private ScaleDefinition() { }

    /// <summary>What a point is called, for example <c>ECI</c> or <c>Elo</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Two models have fixed values; the points of all others follow. Each bootstrap draw is put on the scale by its own anchors.</summary>
    public sealed record TwoAnchors : ScaleDefinition
    {
        /// <summary>Identifier of the lower anchor.</summary>
        public required string LowModel { get; init; }

        /// <summary>Its value.</summary>
        public required double LowValue { get; init; }

        /// <summary>Identifier of the upper anchor.</summary>
        public required string HighModel { get; init; }

        /// <summary>Its value.</summary>
        public required double HighValue { get; init; }
    }

    /// <summary>Points a logit are fixed, and one model has a fixed value.</summary>
    public sealed record OneAnchor : ScaleDefinition
    {
        /// <summary>Points for a difference of one logit; 400 / ln 10 for Elo.</summary>
        public required double PointsPerLogit { get; init; }

        /// <summary>Identifier of the anchor.</summary>
        public required string Model { get; init; }

        /// <summary>Its value.</summary>
        public required double Value { get; init; }
    }
}
