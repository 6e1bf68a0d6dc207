using Tare.Records;

namespace Tare.App.Releases;

/// <summary>Which releases are asked for. A release whose fact is unknown does not pass the filter on that fact, and is counted.</summary>
internal sealed record ModelFilter
{
    public Weights? Weights { get; init; }

    public PartialDate? Since { get; init; }

    public long? ActiveBelow { get; init; }

    /// <summary>A name of <see cref="LicenceTerms"/>, or the identifier of a licence.</summary>
    public string? Licence { get; init; }

    public string? Developer { get; init; }

    public string? Country { get; init; }

    public bool OnlyConflicts { get; init; }

    /// <summary>The releases that pass, and how many were left out because a fact is unknown, by fact.</summary>
    public (IReadOnlyList<ModelRelease> Passed, IReadOnlyDictionary<string, int> Unknown) Apply(IEnumerable<ModelRelease> releases)
    {
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        bool Pass(ModelRelease r, bool isAsked, bool isKnown, Func<bool> passes, string fact)
        {
            if (!isAsked)
            {
                return true;
            }

            if (!isKnown)
            {
                unknown[fact] = unknown.GetValueOrDefault(fact) + 1;
                return false;
            }

            return passes();
        }

        // The facts that are known most often first: a release is counted for the first fact that it lacks.
        var passed = releases
            .Where(r => !OnlyConflicts || r.Conflicts.Any())
            .Where(r => Pass(r, Country is not null, r.Country is not null, () => Is(r.Country, Country), "country"))
            .Where(r => Pass(r, Developer is not null, r.Developer is not null, () => Contains(r.Developer, Developer), "developer"))
            .Where(r => Pass(r, Weights is not null, r.Weights != Records.Weights.Unknown, () => r.Weights == Weights, "weights"))
            .Where(r => Pass(r, Since is not null, r.ReleaseDate.IsKnown, () => r.ReleaseDate.Latest >= Since!.Earliest, "release date"))
            .Where(r => Pass(r, Licence is not null, HasLicence(r), () => MatchesLicence(r), "licence"))
            .Where(r =>
                Pass(
                    r,
                    ActiveBelow is not null,
                    r.ActiveParameters is not null,
                    () => r.ActiveParameters < ActiveBelow,
                    "active parameters"
                )
            )
            .ToArray();
        return (passed, unknown);
    }

    private bool MatchesLicence(ModelRelease r) => Is(KebabCase.Of(r.Terms), Licence) || Is(r.Licence?.Id, Licence);

    /// <summary>Whether enough is known to say no; whoever asks for unknown terms is answered.</summary>
    private bool HasLicence(ModelRelease r) =>
        r.Terms != LicenceTerms.Unknown || r.Licence is not null || Is(KebabCase.Of(LicenceTerms.Unknown), Licence);

    private static bool Is(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string? text, string? part) =>
        text is not null && part is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
