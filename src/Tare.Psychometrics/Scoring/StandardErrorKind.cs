namespace Tare.Psychometrics;

/// <summary>What standard errors of conditional and joint estimates contain.</summary>
public enum StandardErrorKind
{
    /// <summary>The exact information of the likelihood.</summary>
    Fisher,

    /// <summary>The information of each side, the other side taken as known: too small on short tests.</summary>
    FisherOtherSideKnown,

    /// <summary>Sandwich, each answer a contribution of its own, the other side taken as known.</summary>
    SandwichOtherSideKnown,

    /// <summary>Sandwich, an ability's contributions summed within each group of items, the other side taken as known.</summary>
    SandwichByItemGroup,

    /// <summary>Standard deviation over refits on resampled persons.</summary>
    BootstrapPersons,

    /// <summary>Standard deviation over refits on resampled items.</summary>
    BootstrapItems,

    /// <summary>Standard deviation over refits on resampled groups of items.</summary>
    BootstrapItemGroups,
}
