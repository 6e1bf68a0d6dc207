using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare dossier --json</c>.</summary>
internal static class DossierJson
{
    public static JsonObject Page(OpenDossier dossier, TopicPage page) =>
        new()
        {
            ["dossier"] = dossier.Index.Dossier.Id,
            ["asOf"] = dossier.Date?.ToString(),
            ["hidden"] = dossier.View.Hidden.Count,
            ["topic"] = page.Topic.Id,
            ["title"] = page.Topic.Title,
            ["version"] = page.Version.Number,
            ["created"] = page.Version.Created.ToString(),
            ["generator"] = page.Version.Generator,
            ["reconstructed"] = page.Version.Reconstructed,
            ["what"] = page.What,
            ["why"] = page.Why,
            ["openQuestions"] = new JsonArray([
                .. page.Questions.Select(q => new JsonObject
                {
                    ["id"] = q.Id,
                    ["text"] = q.Text,
                    ["why"] = q.Why,
                    ["state"] = KebabCase.Of(q.State),
                    ["partialAnswer"] = q.PartialAnswer,
                    ["answeredBy"] = q.AnsweredBy,
                }),
            ]),
            ["narrative"] = Envelope.Strings(page.Narrative),
            ["timeline"] = new JsonArray([
                .. page.Timeline.Select(e => new JsonObject
                {
                    ["id"] = e.Id,
                    ["date"] = e.Date.ToString(),
                    ["kind"] = KebabCase.Of(e.Kind),
                    ["text"] = e.Text,
                    ["cites"] = Envelope.Strings(e.Cites),
                }),
            ]),
            ["perspectives"] = new JsonArray([.. page.Perspectives.Select(p => Perspective(dossier, p))]),
            ["tensions"] = new JsonArray([.. page.Tensions.Select(Tension)]),
            ["disputed"] = new JsonArray([
                .. page.Disputed.Select(d => new JsonObject
                {
                    ["proposition"] = d.Proposition.Id,
                    ["question"] = d.Proposition.Text,
                    ["decidedBy"] = d.Proposition.DecidedBy,
                    ["claims"] = Envelope.Strings(d.Claims),
                    ["tensions"] = Envelope.Strings(d.Tensions),
                }),
            ]),
            ["undisputed"] = new JsonArray([
                .. page.Undisputed.Select(p => new JsonObject
                {
                    ["proposition"] = p.Id,
                    ["question"] = p.Text,
                    ["decidedBy"] = p.DecidedBy,
                }),
            ]),
            ["conflicts"] = new JsonArray([.. dossier.Index.Dossier.Conflicts.Select(Conflict)]),
            ["sources"] = new JsonArray([.. page.Sources.Select(Source)]),
            ["rootCount"] = page.RootCount,
        };

    private static JsonObject Conflict(Conflict conflict) =>
        new()
        {
            ["id"] = conflict.Id,
            ["subject"] = conflict.Subject,
            ["field"] = conflict.Field,
            ["values"] = new JsonArray([
                .. conflict.Values.Select(v => new JsonObject { ["value"] = v.Value, ["by"] = Envelope.Strings(v.By) }),
            ]),
            ["resolution"] = conflict.Resolution,
            ["resolvedBy"] = conflict.ResolvedBy,
        };

    private static JsonObject Perspective(OpenDossier dossier, PerspectiveView view) =>
        new()
        {
            ["holder"] = view.HolderId,
            ["name"] = view.Holder?.Name,
            ["kind"] = view.Holder is { } h ? KebabCase.Of(h.Kind) : null,
            ["evolution"] = KebabCase.Of(view.Evolution.Kind),
            ["because"] = view.Evolution.Because,
            ["declared"] = view.Perspective?.Declared is { } declared ? KebabCase.Of(declared) : null,
            ["supportedFrom"] = Envelope.Strings(view.Evolution.SupportedFrom),
            ["claims"] = new JsonArray([.. view.Claims.Select(c => ClaimJson.Of(dossier, c))]),
        };

    private static JsonObject Source(SourceView s) =>
        new()
        {
            ["number"] = s.Number,
            ["id"] = s.SourceId,
            ["title"] = s.Source?.Title,
            ["publisher"] = s.Source?.Publisher,
            ["published"] = s.Source?.Published.ToString(),
            ["url"] = s.Source?.Url,
            ["roots"] = Envelope.Strings(s.Roots),
        };

    private static JsonObject Tension(TensionFinding t) =>
        new()
        {
            ["id"] = t.Tension.Id,
            ["text"] = t.Tension.Text,
            ["verdict"] = KebabCase.Of(t.Verdict),
            ["implicit"] = t.Implicit,
            ["state"] = KebabCase.Of(t.Tension.State),
            ["propositions"] = Envelope.Strings(t.Propositions),
            ["because"] = t.Because,
            ["sides"] = new JsonArray([.. t.Tension.Sides.Select(s => new JsonObject { ["holder"] = s.Holder, ["claim"] = s.Claim })]),
        };
}
