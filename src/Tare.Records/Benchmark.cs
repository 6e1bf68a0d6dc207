namespace Tare.Records;

/// <summary>A named, versioned set of tasks. For an index that pools benchmarks it is one item.</summary>
public sealed record Benchmark
{
    /// <summary>Stable identifier, lower case, for example <c>gpqa-diamond</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name as its maker writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The domain that domain weights refer to, or <see langword="null"/> where none is assigned.</summary>
    public string? Domain { get; init; }

    /// <summary>Who can see the tasks: <c>public</c>, <c>semi-private</c>, <c>private</c>; <see langword="null"/> where unknown.</summary>
    public string? Visibility { get; init; }

    /// <summary>Day of publication, or <see langword="null"/> where no source gives one.</summary>
    public DateOnly? ReleaseDate { get; init; }

    /// <summary>The share right that guessing gives, as removed from the scores, in [0, 1); <see langword="null"/> where unknown.</summary>
    public double? ChanceLevel { get; init; }

    /// <summary>Identifier of the <see cref="Source"/> of its scores, in an evidence that has several; else <see langword="null"/>.</summary>
    public string? SourceId { get; init; }
}
