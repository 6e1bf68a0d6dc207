using Tare.Records;

namespace Tare.Catalogue;

/// <summary>A grid of specifications: a base methodology, and the alternatives of each choice. Every combination is one specification.</summary>
public sealed record MethodGrid
{
    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>What is asked, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The methodology that alternatives change.</summary>
    public required Methodology Base { get; init; }

    /// <summary>The choices, in the order of the document.</summary>
    public required IReadOnlyList<MethodGridChoice> Choices { get; init; }

    /// <summary>SHA-256 of the document, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Number of combinations.</summary>
    public int Count => Choices.Aggregate(1, (n, c) => n * c.Alternatives.Count);

    /// <summary>The methodology of one combination; a contradiction between alternatives is told instead of thrown.</summary>
    /// <param name="index">Place in the grid, the last choice running fastest; 0 to <see cref="Count"/> - 1.</param>
    public (Methodology? Methodology, string? Reason) At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var settings = new List<string>();
        foreach (var choice in Choices.Reverse())
        {
            settings.InsertRange(0, choice.Alternatives[index % choice.Alternatives.Count].Settings);
            index /= choice.Alternatives.Count;
        }

        try
        {
            return (MethodologyReader.With(Base, settings), null);
        }
        catch (InputException e)
        {
            return (null, e.Message.Split('\n')[0]);
        }
    }
}
