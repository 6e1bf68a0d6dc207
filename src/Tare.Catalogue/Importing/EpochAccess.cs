using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Epoch's words for access and countries.</summary>
internal static class EpochAccess
{
    /// <summary>Weights and terms; a text that is not known means unknown.</summary>
    public static (Weights Weights, LicenceTerms Terms) Read(string? access) =>
        access switch
        {
            "Open weights (unrestricted)" => (Weights.Open, LicenceTerms.Permissive),
            "Open weights (restricted use)" => (Weights.Open, LicenceTerms.Restricted),
            "Open weights (non-commercial)" => (Weights.Open, LicenceTerms.NonCommercial),
            "API access" or "Hosted access (no API)" or "Unreleased" => (Weights.Closed, LicenceTerms.Closed),
            _ => (Weights.Unknown, LicenceTerms.Unknown),
        };

    /// <summary>The code of a country; <see langword="null"/> for one that is not known and for several at once.</summary>
    public static string? Country(string? name) =>
        name switch
        {
            "United States of America" => "US",
            "China" => "CN",
            "France" => "FR",
            "United Kingdom" or "United Kingdom of Great Britain and Northern Ireland" => "GB",
            "United Arab Emirates" => "AE",
            "Canada" => "CA",
            "Germany" => "DE",
            "Israel" => "IL",
            "Japan" => "JP",
            "Korea (Republic of)" or "South Korea" => "KR",
            "India" => "IN",
            "Singapore" => "SG",
            "Russia" or "Russian Federation" => "RU",
            "Hong Kong" => "HK",
            "Switzerland" => "CH",
            "Spain" => "ES",
            "Italy" => "IT",
            _ => null,
        };
}
