using Tare.Records;

namespace Tare.Dossier;

/// <summary>A dossier as it was at a point on two clocks.</summary>
/// <param name="Dossier">What was known.</param>
/// <param name="Instants">The point.</param>
/// <param name="Hidden">Addresses of what is certainly or possibly later.</param>
/// <param name="Undated">Those of the hidden whose date is unknown, so that they may have been there.</param>
public sealed record AsOfView(DossierRecord Dossier, AsOfInstants Instants, ValueList<string> Hidden, ValueList<string> Undated)
{
    /// <summary>The dossier as of a point.</summary>
    /// <remarks>
    /// A record is shown where all that its date can mean lies at or before the instant. A claim is known once it was stated and its reporter
    /// is out. An unknown date is bounded by what gives it away: a publication is no later than a claim that cites it, a claim no later than
    /// its reporter. What has no bound is hidden and listed.
    /// </remarks>
    /// <param name="dossier">The dossier.</param>
    /// <param name="instants">The point.</param>
    public static AsOfView Of(DossierRecord dossier, AsOfInstants instants)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(instants);
        var filter = new AsOfFilter(dossier, instants);
        var kept = filter.Apply();
        return new AsOfView(kept, instants, [.. filter.Hidden], [.. filter.Undated]);
    }
}
