namespace Tare.Dossier;

/// <summary>Where a feed lives and who speaks in it.</summary>
public sealed record FeedAddress
{
    /// <summary>Title of the feed.</summary>
    public required string Title { get; init; }

    /// <summary>Identifier that never changes, a URI: <c>urn:...</c> or <c>tag:...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Who speaks.</summary>
    public required string Author { get; init; }

    /// <summary>Address of the pages, without a slash at the end, or <see langword="null"/> where they have none (an offline report).</summary>
    public string? Home { get; init; }

    /// <summary>Address of the feed itself, or <see langword="null"/>.</summary>
    public string? Self { get; init; }

    /// <summary>The instant of the last change where the feed has no entry, UTC.</summary>
    public required DateTimeOffset Updated { get; init; }
}
