namespace Tare.Psychometrics;

/// <summary>The truth from which responses are simulated.</summary>
public sealed record TruthOptions
{
    /// <summary>The items' family; with a <see cref="Facet"/> it must be <see cref="ResponseModel.Rasch"/>.</summary>
    public ResponseModel Model { get; init; } = ResponseModel.TwoParameter;

    /// <summary>Number of persons, positive.</summary>
    public int Persons { get; init; } = 1000;

    /// <summary>Number of items, positive; not used where <see cref="Bank"/> gives them.</summary>
    public int Items { get; init; } = 50;

    /// <summary>Items with known parameters to simulate on; <see langword="null"/>: drawn as the other options say.</summary>
    public ItemBank? Bank { get; init; }

    /// <summary>A facet beside person and item; <see langword="null"/>: none.</summary>
    public SimulatedFacet? Facet { get; init; }

    /// <summary>Mean of the normal abilities, logits.</summary>
    public double AbilityMean { get; init; }

    /// <summary>Standard deviation of the normal abilities, logits, not negative.</summary>
    public double AbilityDeviation { get; init; } = 1;

    /// <summary>Standard deviation of the normal difficulties (mean 0), logits, not negative.</summary>
    public double DifficultyDeviation { get; init; } = 1;

    /// <summary>Standard deviation of ln a (mean 0) where the family has slopes; not negative.</summary>
    public double LogDiscriminationDeviation { get; init; } = 0.3;

    /// <summary>c of every item of the three-parameter family, in [0, 1).</summary>
    public double Guessing { get; init; } = 0.2;

    /// <summary>Share of the items that a person is never asked, in [0, 1): missing by design, at random, as many for every person.</summary>
    public double MissingShare { get; init; }

    /// <summary>Probability that a response that was asked for fails to come, in [0, 1): missing by failure.</summary>
    public double FailureShare { get; init; }

    /// <summary>Trials of each response, positive.</summary>
    public int Trials { get; init; } = 1;

    /// <summary>Name of the random streams: the same options and name give the same responses.</summary>
    public string Seed { get; init; } = "tare";
}
