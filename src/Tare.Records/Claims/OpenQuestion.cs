namespace Tare.Records;

/// <summary>Something nobody has answered yet.</summary>
public sealed record OpenQuestion : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is open.</summary>
    public required string Why { get; init; }

    /// <summary>The publications that raise it.</summary>
    public ValueList<string> Cites { get; init; } = [];

    /// <summary>The version of the topic that opened it, or <see langword="null"/>.</summary>
    public int? OpenedIn { get; init; }

    /// <summary>Where it stands.</summary>
    public QuestionState State { get; init; }

    /// <summary>The claim or evidence that answers it, or <see langword="null"/>.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>What is known so far, or <see langword="null"/>.</summary>
    public string? PartialAnswer { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
