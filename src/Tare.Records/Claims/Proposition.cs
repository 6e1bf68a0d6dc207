namespace Tare.Records;

/// <summary>What people disagree about, as a question that favours no answer.</summary>
public sealed record Proposition : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>What an answer looks like.</summary>
    public AnswerType Answer { get; init; }

    /// <summary>Unit of a quantity, or <see langword="null"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>The options of a choice.</summary>
    public ValueList<string> Options { get; init; } = [];

    /// <summary>What would decide it: an observation that nobody has made yet, or has not published; <see langword="null"/> where nothing is named.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The topic it belongs to, or <see langword="null"/>.</summary>
    public string? Topic { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
