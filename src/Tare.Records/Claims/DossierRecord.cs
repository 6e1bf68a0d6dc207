namespace Tare.Records;

/// <summary>Everything one dossier knows about a debate.</summary>
public sealed record DossierRecord
{
    /// <summary>Stable identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Language of its texts, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>When its records were made, where they say nothing else.</summary>
    public required PartialDate Recorded { get; init; }

    /// <summary>Terms under which it may be used again.</summary>
    public required string Licence { get; init; }

    /// <summary>What else a reader must know.</summary>
    public string? Note { get; init; }

    /// <summary>Who holds claims.</summary>
    public ValueList<Holder> Holders { get; init; } = [];

    /// <summary>What claims are about.</summary>
    public ValueList<NamedEntity> Entities { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public ValueList<Publication> Sources { get; init; } = [];

    /// <summary>Publications as they were taken in.</summary>
    public ValueList<SourceItem> Items { get; init; } = [];

    /// <summary>Quotations.</summary>
    public ValueList<Quote> Quotes { get; init; } = [];

    /// <summary>What is disputed.</summary>
    public ValueList<Proposition> Propositions { get; init; } = [];

    /// <summary>Facts that claims are compared with.</summary>
    public ValueList<ReferenceFact> Facts { get; init; } = [];

    /// <summary>What holders' own texts contain.</summary>
    public ValueList<Reading> Readings { get; init; } = [];

    /// <summary>What was measured.</summary>
    public ValueList<ClaimEvidence> Evidence { get; init; } = [];

    /// <summary>What is claimed.</summary>
    public ValueList<Claim> Claims { get; init; } = [];

    /// <summary>What this program answered to the queries of claims, by time.</summary>
    public ValueList<ClaimAnswer> Answers { get; init; } = [];

    /// <summary>What reviewers decided.</summary>
    public ValueList<StatusEvent> StatusEvents { get; init; } = [];

    /// <summary>Disagreements as described.</summary>
    public ValueList<Tension> Tensions { get; init; } = [];

    /// <summary>What happened.</summary>
    public ValueList<TimelineEvent> Timeline { get; init; } = [];

    /// <summary>What is open.</summary>
    public ValueList<OpenQuestion> Questions { get; init; } = [];

    /// <summary>What is predicted.</summary>
    public ValueList<Prediction> Predictions { get; init; } = [];

    /// <summary>The topics.</summary>
    public ValueList<Topic> Topics { get; init; } = [];

    /// <summary>Wiki pages.</summary>
    public ValueList<WikiPage> WikiPages { get; init; } = [];

    /// <summary>Where sources disagree.</summary>
    public ValueList<Conflict> Conflicts { get; init; } = [];
}
