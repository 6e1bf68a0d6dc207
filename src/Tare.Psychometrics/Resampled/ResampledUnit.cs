namespace Tare.Psychometrics;

/// <summary>What a bootstrap of a calibration draws with replacement, and so what its errors contain.</summary>
public enum ResampledUnit
{
    /// <summary>Persons: the errors of item parameters, were another sample of persons drawn.</summary>
    Persons,

    /// <summary>Items: the errors of abilities, were another sample of items drawn.</summary>
    Items,

    /// <summary>Groups of items: the errors of abilities, were other groups (benchmarks, domains) drawn.</summary>
    ItemGroups,
}
