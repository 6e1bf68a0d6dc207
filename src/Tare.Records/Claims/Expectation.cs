namespace Tare.Records;

/// <summary>What a prediction expects to see.</summary>
public sealed record Expectation
{
    /// <summary>In our words.</summary>
    public required string Text { get; init; }

    /// <summary>Which way.</summary>
    public Direction Direction { get; init; }

    /// <summary>Smallest change expected, or <see langword="null"/>.</summary>
    public double? Low { get; init; }

    /// <summary>Largest change expected, or <see langword="null"/>.</summary>
    public double? High { get; init; }

    /// <summary>The change as a share of what is there, in [0, 1], or <see langword="null"/>.</summary>
    public double? Share { get; init; }

    /// <summary>Unit of the change: <c>elo</c>, <c>share</c>, ...</summary>
    public string? Unit { get; init; }

    /// <summary>The sizes that the share would apply to.</summary>
    public ValueList<ExpectedGap> Of { get; init; } = [];
}
