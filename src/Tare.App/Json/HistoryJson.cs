using System.Globalization;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>Versions, events and changes of a dossier as JSON.</summary>
internal static class HistoryJson
{
    public static JsonObject Version(DossierIndex index, Topic topic, TopicVersion version) =>
        new()
        {
            ["topic"] = topic.Id,
            ["number"] = version.Number,
            ["created"] = version.Created.ToString(),
            ["trigger"] = KebabCase.Of(version.Trigger),
            ["generator"] = version.Generator,
            ["reconstructed"] = version.Reconstructed,
            ["items"] = version.Sources.Count,
            ["digest"] = version.Digest,
            ["evolution"] = new JsonArray([
                .. HolderEvolution
                    .Of(index, topic, version.Number)
                    .Select(e => new JsonObject
                    {
                        ["holder"] = e.Holder,
                        ["kind"] = KebabCase.Of(e.Kind),
                        ["because"] = e.Because,
                        ["supportedFrom"] = Envelope.Strings(e.SupportedFrom),
                    }),
            ]),
        };

    public static JsonObject Event(DossierEvent e) =>
        new()
        {
            ["id"] = e.Id,
            ["at"] = e.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["kind"] = KebabCase.Of(e.Kind),
            ["title"] = e.Title,
            ["text"] = e.Text,
            ["address"] = e.Address,
        };

    public static JsonObject Change(RecordChange change) =>
        new()
        {
            ["kind"] = KebabCase.Of(change.Kind),
            ["address"] = change.Address,
            ["text"] = change.Text,
        };

    public static JsonObject Section(SectionChange section) =>
        new()
        {
            ["section"] = section.Section,
            ["parts"] = new JsonArray([
                .. section.Parts.Select(p => new JsonObject { ["kind"] = KebabCase.Of(p.Kind), ["text"] = p.Text }),
            ]),
        };
}
