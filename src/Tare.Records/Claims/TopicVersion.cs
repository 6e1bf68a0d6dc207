namespace Tare.Records;

/// <summary>One immutable state of a topic. Citations stand in the texts as <c>[@source-id]</c>; their numbers belong to the version and are drawn when it is shown.</summary>
public sealed record TopicVersion
{
    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was made.</summary>
    public required PartialDate Created { get; init; }

    /// <summary>Why it was made.</summary>
    public VersionTrigger Trigger { get; init; }

    /// <summary>What made it, or <see langword="null"/>.</summary>
    public string? Generator { get; init; }

    /// <summary>How many items its head announces, or <see langword="null"/>.</summary>
    public int? ItemCount { get; init; }

    /// <summary>Whether it was inferred from a later version rather than seen.</summary>
    public bool Reconstructed { get; init; }

    /// <summary>Its sources in the order of their numbers.</summary>
    public ValueList<string> Sources { get; init; } = [];

    /// <summary>What it is about.</summary>
    public string? What { get; init; }

    /// <summary>Why it matters.</summary>
    public string? Why { get; init; }

    /// <summary>The story, beat by beat.</summary>
    public ValueList<string> Narrative { get; init; } = [];

    /// <summary>Its open questions.</summary>
    public ValueList<string> Questions { get; init; } = [];

    /// <summary>The events it lists.</summary>
    public ValueList<string> Timeline { get; init; } = [];

    /// <summary>Who says what.</summary>
    public ValueList<Perspective> Perspectives { get; init; } = [];

    /// <summary>The tensions it lists.</summary>
    public ValueList<string> Tensions { get; init; } = [];

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>When the dossier came to know it; <see langword="null"/> means with the dossier itself.</summary>
    public PartialDate? Recorded { get; init; }

    /// <summary>SHA-256 of the content and of the version before, lower-case hexadecimal.</summary>
    public string? Digest { get; init; }
}
