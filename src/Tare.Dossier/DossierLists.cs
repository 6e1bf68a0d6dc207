using Tare.Records;

namespace Tare.Dossier;

/// <summary>The lists of a dossier whose records have identifiers, under the names that addresses use.</summary>
internal static class DossierLists
{
    public static IEnumerable<(string List, IReadOnlyList<IDossierEntry> Entries)> Of(DossierRecord dossier) =>
        [
            ("holders", dossier.Holders),
            ("entities", dossier.Entities),
            ("sources", dossier.Sources),
            ("items", dossier.Items),
            ("quotes", dossier.Quotes),
            ("propositions", dossier.Propositions),
            ("readings", dossier.Readings),
            ("evidence", dossier.Evidence),
            ("claims", dossier.Claims),
            ("answers", dossier.Answers),
            ("status_events", dossier.StatusEvents),
            ("tensions", dossier.Tensions),
            ("timeline", dossier.Timeline),
            ("open_questions", dossier.Questions),
            ("predictions", dossier.Predictions),
            ("topics", dossier.Topics),
            ("wiki_pages", dossier.WikiPages),
            ("conflicts", dossier.Conflicts),
        ];
}
