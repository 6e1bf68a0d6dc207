namespace Tare.Dossier;

/// <summary>Where a record stands on the pages of a dossier, relative to their folder.</summary>
public static class PageAddress
{
    /// <summary>The page of topics.</summary>
    public const string Topics = "dossier.html";

    /// <summary>The page of claims.</summary>
    public const string Claims = "claims.html";

    /// <summary>The page of predictions.</summary>
    public const string Predictions = "predictions.html";

    /// <summary>Page and fragment of a record: <c>claims/c01</c> stands at <c>claims.html#c01</c>.</summary>
    /// <param name="address">Its address; identifiers of unknown origin are escaped.</param>
    public static string Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var parts = address.Split('/');
        var id = parts.Length > 1 ? Uri.EscapeDataString(parts[1]) : string.Empty;
        return parts[0] switch
        {
            "claims" => $"{Claims}#{id}",
            "predictions" => $"{Predictions}#{id}",
            _ => $"{Topics}#{id}",
        };
    }
}
