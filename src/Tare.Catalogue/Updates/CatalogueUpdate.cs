using System.Globalization;

namespace Tare.Catalogue;

/// <summary>What one published catalogue said on one day, in this catalogue's words. It stands behind what is curated and changes none of it.</summary>
public sealed record CatalogueUpdate
{
    /// <summary>The format it was read from: <c>models-dev</c> or <c>tracked-models</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Day on which the file was retrieved: the first day on which its prices are known to hold.</summary>
    public required DateOnly Retrieved { get; init; }

    /// <summary>The files, by content.</summary>
    public required IReadOnlyList<InputFile> Files { get; init; }

    /// <summary>What is stated of releases, ordered by release and field.</summary>
    public required IReadOnlyList<UpdateStatement> Statements { get; init; }

    /// <summary>Prices, ordered by release and provider.</summary>
    public IReadOnlyList<UpdatePrice> Prices { get; init; } = [];

    /// <summary>Names that no release has: listed, never guessed, not kept.</summary>
    public IReadOnlyList<string> Unresolved { get; init; } = [];

    /// <summary>What else was not kept, and why.</summary>
    public IReadOnlyList<NotKept> NotKept { get; init; } = [];

    /// <summary>Identifier of the source that its statements name: format and day.</summary>
    public string SourceId => SourceOf(Format, Retrieved);

    internal static string SourceOf(string format, DateOnly retrieved) =>
        $"{format}-{retrieved.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
