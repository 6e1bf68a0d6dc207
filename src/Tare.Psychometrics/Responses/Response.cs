namespace Tare.Psychometrics;

/// <summary>One person's response to one item.</summary>
/// <param name="Person">Identifier of the person.</param>
/// <param name="Item">Identifier of the item.</param>
/// <param name="Value">Share of full credit, in [0, 1]. With <see cref="Trials"/> n it is k / n for an integer k.</param>
/// <param name="Importance">Weight in the objective, positive. It says how much the response matters, not how often it was seen.</param>
public readonly record struct Response(string Person, string Item, double Value, double Importance = 1)
{
    /// <summary>
    /// Number of independent trials n behind the value, positive; <see langword="null"/>: one, not stated. Responses of one person to one
    /// item under the same facet levels may repeat only if all of them state their trials: they are then further independent trials.
    /// </summary>
    public int? Trials { get; init; }

    /// <summary>
    /// Frequency weight, positive: the person stands for that many persons with the same responses. The same in all of a person's responses;
    /// <see langword="null"/>: 1.
    /// </summary>
    public double? Frequency { get; init; }

    /// <summary>Levels of the facets, in the order of the facets' names; <see langword="null"/> where there are none.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>k successes of n trials.</summary>
    /// <param name="person">Identifier of the person.</param>
    /// <param name="item">Identifier of the item.</param>
    /// <param name="successes">k, in 0 ... n.</param>
    /// <param name="trials">n, positive.</param>
    public static Response Of(string person, string item, int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        return new Response(person, item, (double)successes / trials) { Trials = trials };
    }
}
