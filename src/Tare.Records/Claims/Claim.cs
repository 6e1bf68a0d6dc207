namespace Tare.Records;

/// <summary>What somebody states. Its text, holder, date and stance never change: a correction is a new claim that replaces it.</summary>
public sealed record Claim : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Who holds it.</summary>
    public required string Holder { get; init; }

    /// <summary>The publication that says so.</summary>
    public required string Reporter { get; init; }

    /// <summary>The documents through which it reached the dossier, the reporter's among them or not.</summary>
    public ValueList<string> CarriedIn { get; init; } = [];

    /// <summary>The proposition it answers, or <see langword="null"/> where it answers none.</summary>
    public string? Proposition { get; init; }

    /// <summary>Where it stands, or <see langword="null"/> without a proposition.</summary>
    public Stance? Stance { get; init; }

    /// <summary>By what means, where one holder takes two stances on a proposition by different means.</summary>
    public string? Mechanism { get; init; }

    /// <summary>What sort of statement it is.</summary>
    public ClaimKind Kind { get; init; }

    /// <summary>How much its holder qualifies it.</summary>
    public Hedge Hedge { get; init; }

    /// <summary>When its holder stated it.</summary>
    public PartialDate Asserted { get; init; } = PartialDate.Unknown;

    /// <summary>What it says, in our words.</summary>
    public required string Text { get; init; }

    /// <summary>Language of the text, BCP 47, or <see langword="null"/> for the dossier's.</summary>
    public string? Language { get; init; }

    /// <summary>The field it belongs to: <c>capability</c>, <c>releases</c>, <c>architecture</c>, <c>economics</c>, <c>market</c>, ...</summary>
    public string? Domain { get; init; }

    /// <summary>Slugs of the entities or holders it is about.</summary>
    public ValueList<string> About { get; init; } = [];

    /// <summary>Timeline events it dates.</summary>
    public ValueList<string> Events { get; init; } = [];

    /// <summary>The words that the holder's own text would have to contain.</summary>
    public ValueList<string> KeyTerms { get; init; } = [];

    /// <summary>The publications it names as its source.</summary>
    public ValueList<string> Cites { get; init; } = [];

    /// <summary>Evidence that supports it.</summary>
    public ValueList<string> EvidenceFor { get; init; } = [];

    /// <summary>Evidence that speaks against it.</summary>
    public ValueList<string> EvidenceAgainst { get; init; } = [];

    /// <summary>Claims that it stands against, beyond what stances show.</summary>
    public ValueList<string> Against { get; init; } = [];

    /// <summary>Facts stated in it that can be looked up.</summary>
    public ValueList<StatedFact> States { get; init; } = [];

    /// <summary>Lists that its document spells out.</summary>
    public ValueList<ListedMembers> Lists { get; init; } = [];

    /// <summary>The circumstances for which it is said to hold.</summary>
    public ValueList<Condition> Scope { get; init; } = [];

    /// <summary>The size of an effect it states, or <see langword="null"/>.</summary>
    public ClaimEffect? Effect { get; init; }

    /// <summary>The step it takes from evidence to a cause, or <see langword="null"/>.</summary>
    public Inference? Inference { get; init; }

    /// <summary>The question to this program that settles it, or <see langword="null"/>.</summary>
    public ClaimQuery? Query { get; init; }

    /// <summary>Whether a primary source of it was opened.</summary>
    public Answered PrimaryOpened { get; init; }

    /// <summary>The claim it replaces, or <see langword="null"/>.</summary>
    public string? Replaces { get; init; }

    /// <summary>A remark of ours.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
