namespace Tare.Records;

/// <summary>Words of a publication. The text is kept only where the wording itself is the datum; otherwise the gist, in our words.</summary>
public sealed record Quote : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The publication whose words they are.</summary>
    public required string Source { get; init; }

    /// <summary>The holder who speaks.</summary>
    public required string Speaker { get; init; }

    /// <summary>The words, verbatim, or <see langword="null"/> where only the gist is kept.</summary>
    public string? Text { get; init; }

    /// <summary>What they say, in our words.</summary>
    public required string Gist { get; init; }

    /// <summary>Where in the publication, or <see langword="null"/>.</summary>
    public string? Locator { get; init; }

    /// <summary>The document through which the words reached the dossier, or <see langword="null"/>.</summary>
    public string? CarriedIn { get; init; }

    /// <summary>Whether words were cut from the start, the end or the middle, or a capital changed for it.</summary>
    public bool Elided { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
