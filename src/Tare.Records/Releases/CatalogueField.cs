namespace Tare.Records;

/// <summary>A fact of a release that sources state, and may state differently.</summary>
public enum CatalogueField
{
    /// <summary>The organisation that trained the model.</summary>
    Developer,

    /// <summary>Country of the developer, ISO 3166 alpha-2.</summary>
    Country,

    /// <summary>Day, month or year of the release.</summary>
    ReleaseDate,

    /// <summary>Whether the weights can be downloaded: a name of <see cref="Records.Weights"/>.</summary>
    Weights,

    /// <summary>Licence of the weights: an SPDX identifier, or one that begins with <c>LicenseRef-</c>.</summary>
    Licence,

    /// <summary>What the licence permits: a name of <see cref="LicenceTerms"/>.</summary>
    Terms,

    /// <summary>All parameters, a whole number.</summary>
    TotalParameters,

    /// <summary>Parameters that take part in one token, a whole number.</summary>
    ActiveParameters,

    /// <summary>Longest context, in tokens.</summary>
    ContextTokens,

    /// <summary>The harness that the developer trains for or recommends.</summary>
    PreferredHarness,
}
