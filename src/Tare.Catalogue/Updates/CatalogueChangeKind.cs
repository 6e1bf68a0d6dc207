namespace Tare.Catalogue;

/// <summary>What an update means for one fact or price.</summary>
public enum CatalogueChangeKind
{
    /// <summary>Nothing was known; the update's value would be in force.</summary>
    Fills,

    /// <summary>The update's value would take the place of an earlier one: of a price, or of an earlier update's value.</summary>
    Replaces,

    /// <summary>The update says otherwise; the value in force stays, the other is kept behind it.</summary>
    Disagrees,

    /// <summary>The update says the same.</summary>
    Confirms,
}
