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

    /// <summary>The releases that pass, and how many were left out only because a fact is unknown, by the first such fact.</summary>
    public (IReadOnlyList<ModelRelease> Passed, IReadOnlyDictionary<string, int> Unknown) Apply(IEnumerable<ModelRelease> releases)
    {
        var passed = new List<ModelRelease>();
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var release in releases)
        {
            var answers = Questions(release).ToArray();
            if (Array.Exists(answers, a => a.Passes == false))
            {
                continue;
            }

            if (Array.Find(answers, a => a.Passes is null) is { Fact: not null } open)
            {
                unknown[open.Fact] = unknown.GetValueOrDefault(open.Fact) + 1;
            }
            else
            {
                passed.Add(release);
            }
        }

        return (passed, unknown);
    }

    /// <summary>One answer for each filter that was asked for: yes, no, or unknown.</summary>
    private IEnumerable<(string Fact, bool? Passes)> Questions(ModelRelease r)
    {
        if (OnlyConflicts)
        {
            yield return ("conflicts", r.Conflicts.Any());
        }

        if (Country is not null)
        {
            yield return ("country", r.Country is null ? null : Is(r.Country, Country));
        }

        if (Developer is not null)
        {
            yield return ("developer", r.Developer?.Contains(Developer, StringComparison.OrdinalIgnoreCase));
        }

        if (Weights is { } weights)
        {
            yield return ("weights", r.Weights == Records.Weights.Unknown ? null : r.Weights == weights);
        }

        if (Since is { } since)
        {
            yield return ("release date", r.ReleaseDate.IsKnown ? r.ReleaseDate.Latest >= since.Earliest : null);
        }

        if (Licence is not null)
        {
            yield return ("licence", HasLicence(r) ? MatchesLicence(r) : null);
        }

        if (ActiveBelow is { } most)
        {
            yield return ("active parameters", r.ActiveParameters is { } active ? active < most : null);
        }
    }

    private bool MatchesLicence(ModelRelease r) => Is(KebabCase.Of(r.Terms), Licence) || Is(r.Licence?.Id, Licence);

    /// <summary>Whether enough is known to say no; whoever asks for unknown terms is answered.</summary>
    private bool HasLicence(ModelRelease r) =>
        r.Terms != LicenceTerms.Unknown || r.Licence is not null || Is(KebabCase.Of(LicenceTerms.Unknown), Licence);

    private static bool Is(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
