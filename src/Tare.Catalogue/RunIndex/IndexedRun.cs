namespace Tare.Catalogue;

/// <summary>What the index knows of a run: a copy of what its journal said when it was last looked at.</summary>
public sealed record IndexedRun
{
    /// <summary>The run folder, an absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>Labels of the models.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Harnesses with their versions.</summary>
    public required IReadOnlyList<string> Harnesses { get; init; }

    /// <summary>Packs of the items.</summary>
    public required IReadOnlyList<string> Packs { get; init; }

    /// <summary>Attempts of the plan.</summary>
    public required int Planned { get; init; }

    /// <summary>Attempts that count with a score.</summary>
    public required int Scored { get; init; }

    /// <summary>Attempts that count without one.</summary>
    public required int Missing { get; init; }

    /// <summary>Tokens of every call that reported them.</summary>
    public required long Tokens { get; init; }

    /// <summary>Cost, US dollars, or <see langword="null"/> where it is unknown.</summary>
    public required decimal? CostUsd { get; init; }

    /// <summary>When the journal was read, UTC, to the second.</summary>
    public required DateTimeOffset Seen { get; init; }
}
