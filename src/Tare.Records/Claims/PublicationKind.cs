namespace Tare.Records;

/// <summary>What sort of publication it is.</summary>
public enum PublicationKind
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>A report of measurements or a technical report.</summary>
    Report,

    /// <summary>An issue of a newsletter.</summary>
    Newsletter,

    /// <summary>An argued text.</summary>
    Essay,

    /// <summary>An overview of other work.</summary>
    Survey,

    /// <summary>Source code or the history of it.</summary>
    Repository,

    /// <summary>A continually updated index or chart.</summary>
    Index,

    /// <summary>A post on a forum.</summary>
    ForumPost,

    /// <summary>A message to subscribers.</summary>
    Mail,

    /// <summary>A listing of preprints.</summary>
    PreprintListing,

    /// <summary>A developer's own description of a model.</summary>
    ModelCard,

    /// <summary>A calculation made for this project from published inputs.</summary>
    Computation,

    /// <summary>A copy of another publication.</summary>
    Mirror,

    /// <summary>A machine-made or edited summary of others.</summary>
    Digest,

    /// <summary>Another publication's content in other words.</summary>
    RewrittenPost,

    /// <summary>A page of metadata and extracts about one publication.</summary>
    ItemPage,

    /// <summary>A page that joins several items into one topic.</summary>
    TopicPage,

    /// <summary>A page of a wiki.</summary>
    WikiPage,
}
