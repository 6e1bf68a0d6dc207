namespace Tare.Psychometrics;

/// <summary>How the standard errors of item parameters are computed.</summary>
public enum StandardErrorMethod
{
    /// <summary>
    /// <see cref="Observed"/> while its cost is small, else <see cref="ItemBlock"/>; <see cref="Sandwich"/> instead wherever importance weights or
    /// continuous responses make the objective a quasi-likelihood. The result names what was used.
    /// </summary>
    Automatic,

    /// <summary>None.</summary>
    None,

    /// <summary>Inverse of the whole observed information matrix of the marginal likelihood (Louis 1982).</summary>
    Observed,

    /// <summary>
    /// Inverse of each item's own block of the observed information, as if the other items were known: slightly too small, since it leaves out the
    /// uncertainty of the common origin and unit.
    /// </summary>
    ItemBlock,

    /// <summary>Sandwich clustered by person: inverse information, scores' cross products, inverse information (Huber 1967; White 1982).</summary>
    Sandwich,

    /// <summary>The same with each item's own block alone.</summary>
    SandwichItemBlock,
}
