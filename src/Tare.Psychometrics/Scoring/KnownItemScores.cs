namespace Tare.Psychometrics;

/// <summary>Abilities of persons on a bank of known items, and what of the responses could not be used for them.</summary>
public sealed record KnownItemScores
{
    /// <summary>The estimator.</summary>
    public required ScoringOptions Options { get; init; }

    /// <summary>Every person of the responses, in their order.</summary>
    public required IReadOnlyList<CalibratedPerson> Persons { get; init; }

    /// <summary>For each person, the responses to known items behind the ability.</summary>
    public required IReadOnlyList<int> ResponsesUsed { get; init; }

    /// <summary>Items with responses that the bank does not know: no parameters are guessed for them.</summary>
    public required IReadOnlyList<string> UnknownItems { get; init; }

    /// <summary>Responses to those items, not used.</summary>
    public required int UnknownResponses { get; init; }

    /// <summary>Items of the bank that nobody answered.</summary>
    public required IReadOnlyList<string> UnansweredItems { get; init; }

    /// <summary>Responses that were asked for and failed to come: counted, not used.</summary>
    public required int MissingByFailure { get; init; }

    /// <summary>Scores every person of a matrix.</summary>
    /// <param name="data">The responses; facets are not used.</param>
    /// <param name="bank">The known items.</param>
    /// <param name="options">The estimator.</param>
    /// <param name="progress">Told the number of finished persons, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between blocks of persons.</param>
    public static KnownItemScores Of(
        ResponseMatrix data,
        ItemBank bank,
        ScoringOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(options);
        AbilityScoring.Check(options);
        var bankOf = data.Items.Select(bank.IndexOf).ToArray();
        var known = bankOf.Select(k => k < 0 ? (ItemParameters?)null : bank.Items[k].Parameters).ToArray();
        var scores = PersonScores.Of(data, known, options, threads: 0, progress, cancel);
        var answered = bankOf.ToHashSet();
        return new KnownItemScores
        {
            Options = options,
            Persons = [.. scores.Select(s => s.Person)],
            ResponsesUsed = [.. scores.Select(s => s.Used)],
            UnknownItems = [.. data.Items.Where((_, i) => known[i] is null)],
            UnknownResponses = data.Count - scores.Sum(s => s.Used),
            UnansweredItems = [.. bank.Items.Where((_, k) => !answered.Contains(k)).Select(i => i.Id)],
            MissingByFailure = data.MissingByFailure.Count,
        };
    }
}
