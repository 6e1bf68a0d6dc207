namespace Tare.Records;

/// <summary>A language model as it was released: what is measured. The harness that drives it is never part of it.</summary>
/// <remarks>An unknown fact is <see langword="null"/> or the member <c>Unknown</c>; it is never zero or a default.</remarks>
public sealed record LanguageModel
{
    /// <summary>Stable identifier, lower case, for example <c>kimi-k2.6</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name as its developer writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation that trained it, or <see langword="null"/> where no source says.</summary>
    public string? Developer { get; init; }

    /// <summary>Country of the developer, ISO 3166 alpha-2, or <see langword="null"/> where no source says.</summary>
    public string? Country { get; init; }

    /// <summary>Whether the weights can be downloaded.</summary>
    public Weights Weights { get; init; } = Weights.Unknown;

    /// <summary>What the licence of the weights permits.</summary>
    public LicenceTerms Terms { get; init; } = LicenceTerms.Unknown;

    /// <summary>Every release date that a source gives, the one in force first. Empty where no source gives one.</summary>
    public IReadOnlyList<ReleaseDate> ReleaseDates { get; init; } = [];

    /// <summary>Why a curated value overrides what the sources list, or <see langword="null"/> where none does.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>The date in force under the rule <see cref="DateRule.AsListed"/>.</summary>
    public DateOnly? ListedDate => ReleaseDates.Count == 0 ? null : ReleaseDates[0].Date;

    /// <summary>The release date under a rule, or <see langword="null"/> where no source gives any.</summary>
    /// <param name="rule">Which date wins where a model has several.</param>
    public DateOnly? DateUnder(DateRule rule) =>
        rule switch
        {
            DateRule.AsListed => ListedDate,
            DateRule.Announcement => Earliest(ReleaseDateKind.Announcement) ?? ListedDate,
            DateRule.Release => Earliest(ReleaseDateKind.Release) ?? ListedDate,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Expected a date rule that this version knows."),
        };

    private DateOnly? Earliest(ReleaseDateKind kind) =>
        ReleaseDates.Where(d => d.Kind == kind).Select(d => (DateOnly?)d.Date).Order().FirstOrDefault();
}
