using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare score --json</c>, schema <c>tare/score/1</c>.</summary>
internal static class ScoreJson
{
    public static JsonObject Of(KnownItemScores scores, ItemFile file) =>
        new()
        {
            ["estimator"] = KebabCase.Of(scores.Options.Method),
            ["knownItems"] = file.Items.Count,
            ["persons"] = new JsonArray([.. scores.Persons.Select((p, k) => Person(p, scores.ResponsesUsed[k]))]),
            ["unknownItems"] = Envelope.Strings(scores.UnknownItems),
            ["unknownResponses"] = scores.UnknownResponses,
            ["notIdentifiedItems"] = Envelope.Strings(file.NotIdentified),
            ["unansweredItems"] = scores.UnansweredItems.Count,
            ["missingByFailure"] = scores.MissingByFailure,
        };

    private static JsonObject Person(CalibratedPerson person, int responses) =>
        new()
        {
            ["id"] = person.Id,
            ["value"] = (person.Ability as Estimate.Known)?.Value,
            ["standardError"] = (person.Ability as Estimate.Known)?.StandardError,
            ["basis"] = person.Ability is Estimate.Known known ? KebabCase.Of(known.Basis) : null,
            ["responses"] = responses,
            ["reason"] = (person.Ability as Estimate.NotIdentified)?.Reason,
        };
}
