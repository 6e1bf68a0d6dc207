using System.Globalization;

namespace Tare.Records;

/// <summary>One release of a model with everything that the catalogue's sources state of it, conflicts included.</summary>
public sealed record ModelRelease
{
    /// <summary>Stable identifier; where Epoch's list has the model, the identifier that its scores use.</summary>
    public required string Id { get; init; }

    /// <summary>Name as its developer writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Further names that lead here.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>What is stated, one entry a field, in the order of <see cref="CatalogueField"/>; a field that nobody states is absent.</summary>
    public required IReadOnlyList<JoinedFact> Facts { get; init; }

    /// <summary>The licence in force, or <see langword="null"/> where none is known.</summary>
    public Licence? Licence { get; init; }

    /// <summary>What kind of model it is, in words, or <see langword="null"/>.</summary>
    public string? Category { get; init; }

    /// <summary>How sure the catalogue is of the whole entry: <c>high</c>, <c>medium</c>, <c>low</c>; <see langword="null"/> where it has none.</summary>
    public string? Confidence { get; init; }

    /// <summary>Training platforms that support it.</summary>
    public IReadOnlyList<PlatformSupport> Platforms { get; init; } = [];

    /// <summary>Every price that is known, oldest first.</summary>
    public IReadOnlyList<TokenPrice> Prices { get; init; } = [];

    /// <summary>Identifier of its layer list, or <see langword="null"/> where there is none.</summary>
    public string? ArchitectureId { get; init; }

    /// <summary>What a reader must know, or <see langword="null"/>.</summary>
    public string? Note { get; init; }

    /// <summary>Facts of which sources state values that cannot all be true.</summary>
    public IEnumerable<JoinedFact> Conflicts => Facts.Where(f => f.HasConflict);

    /// <summary>The developer, or <see langword="null"/>.</summary>
    public string? Developer => Value(CatalogueField.Developer);

    /// <summary>Country of the developer, ISO 3166 alpha-2, or <see langword="null"/>.</summary>
    public string? Country => Value(CatalogueField.Country);

    /// <summary>Date of the release as far as it is known.</summary>
    public PartialDate ReleaseDate => PartialDate.TryParse(Value(CatalogueField.ReleaseDate), out var date) ? date : PartialDate.Unknown;

    /// <summary>Whether the weights can be downloaded.</summary>
    public Weights Weights => KebabCase.TryParse<Weights>(Value(CatalogueField.Weights), out var weights) ? weights : Weights.Unknown;

    /// <summary>What the licence permits.</summary>
    public LicenceTerms Terms =>
        KebabCase.TryParse<LicenceTerms>(Value(CatalogueField.Terms), out var terms) ? terms : LicenceTerms.Unknown;

    /// <summary>All parameters, or <see langword="null"/>.</summary>
    public long? TotalParameters => Whole(CatalogueField.TotalParameters);

    /// <summary>Parameters that take part in one token, or <see langword="null"/>.</summary>
    public long? ActiveParameters => Whole(CatalogueField.ActiveParameters);

    /// <summary>Longest context in tokens, or <see langword="null"/>.</summary>
    public long? ContextTokens => Whole(CatalogueField.ContextTokens);

    /// <summary>The harness that the developer trains for or recommends, or <see langword="null"/>.</summary>
    public string? PreferredHarness => Value(CatalogueField.PreferredHarness);

    /// <summary>What is stated of a field, or <see langword="null"/> where nobody states it.</summary>
    /// <param name="field">The field.</param>
    public JoinedFact? Fact(CatalogueField field) => Facts.FirstOrDefault(f => f.Field == field);

    /// <summary>The prices in force, one a provider: of each the newest.</summary>
    public IEnumerable<TokenPrice> PricesInForce =>
        Prices
            .GroupBy(p => p.Provider, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.OrderBy(p => p.EffectiveFrom).Last());

    /// <summary>
    /// The lowest price in force under <see cref="TokenPrice.BlendedUsd"/>, or <see langword="null"/>. A price of zero is an offer, not what a token costs: it is passed over.
    /// </summary>
    public TokenPrice? LowestPrice => PricesInForce.Where(p => p.BlendedUsd > 0).OrderBy(p => p.BlendedUsd).FirstOrDefault();

    private string? Value(CatalogueField field) => Fact(field)?.InForce.Value;

    private long? Whole(CatalogueField field) =>
        long.TryParse(Value(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
