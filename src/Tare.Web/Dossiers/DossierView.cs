using Tare.Dossier;
using Tare.Records;

namespace Tare.Web.Dossiers;

/// <summary>Everything that the pages of a dossier show, computed once.</summary>
public sealed record DossierView
{
    private const string Author = "The Tare contributors";

    /// <summary>How the pages were made.</summary>
    public required DossierContext Context { get; init; }

    /// <summary>The dossier with the answers in force.</summary>
    public required DossierIndex Index { get; init; }

    /// <summary>What queries say, by claim.</summary>
    public required IReadOnlyDictionary<string, ClaimVerdict> Verdicts { get; init; }

    /// <summary>The newest page of each topic.</summary>
    public required IReadOnlyList<TopicPage> Topics { get; init; }

    /// <summary>How every claim stands, in the order of the dossier.</summary>
    public required IReadOnlyList<ClaimStanding> Claims { get; init; }

    /// <summary>Where every prediction stands, by deadline.</summary>
    public required IReadOnlyList<PredictionState> Predictions { get; init; }

    /// <summary>What happened, newest first.</summary>
    public required IReadOnlyList<DossierEvent> Log { get; init; }

    /// <summary>The dossier.</summary>
    public DossierRecord Dossier => Index.Dossier;

    internal static DossierView Of(DossierRecord dossier, DossierContext context)
    {
        var index = DossierIndex.Of(VerdictHistory.Settle(dossier));
        return new DossierView
        {
            Context = context,
            Index = index,
            Verdicts = VerdictHistory.Latest(dossier),
            Topics = [.. dossier.Topics.Select(t => t.Versions.Count == 0 ? TopicPage.OfRecords(index, t.Id) : TopicPage.Of(index, t.Id))],
            Claims = ClaimStanding.All(index),
            Predictions =
            [
                .. PredictionState
                    .All(index.Dossier, context.At)
                    .OrderBy(s => s.Prediction.Deadline)
                    .ThenBy(s => s.Prediction.Id, StringComparer.Ordinal),
            ],
            Log = DossierLog.Of(index, context.At),
        };
    }

    internal FeedAddress Feed(string file) =>
        new()
        {
            Title = Dossier.Title,
            Id = $"urn:tare:dossier:{Uri.EscapeDataString(Dossier.Id)}",
            Author = Author,
            Home = Context.Home,
            Self = SafeText.Link(Context.Home) is { } home ? $"{home.TrimEnd('/')}/{file}" : null,
            Updated = Context.At,
        };

    internal string Holder(string id) => Index.Holder(id)?.Name ?? id;

    internal string Source(string id) => Index.Source(id) is { } s ? $"{s.Publisher}, {s.Title}" : id;
}
