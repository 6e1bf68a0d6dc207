using Tare.Records;

namespace Tare.Catalogue;

/// <summary>One sample of an Inspect log, once: a task tried in one epoch.</summary>
/// <param name="Id">Identifier of the sample.</param>
/// <param name="Epoch">From 1.</param>
/// <param name="Scores">The outcome by scorer; a scorer with several values gives one outcome for each, named <c>scorer/key</c>.</param>
public sealed record InspectSample(string Id, int Epoch, IReadOnlyDictionary<string, Outcome> Scores)
{
    /// <summary>The error that ended it, or <see langword="null"/>. A sample can carry an error and a score.</summary>
    public AttemptError? Error { get; init; }

    /// <summary>The limit that ended it (<c>token</c>, <c>time</c>, <c>message</c>, ...), or <see langword="null"/>.</summary>
    public string? Limit { get; init; }

    /// <summary>Tokens of all models together, or <see langword="null"/> where the log does not say.</summary>
    public TokenUsage? Usage { get; init; }
}
