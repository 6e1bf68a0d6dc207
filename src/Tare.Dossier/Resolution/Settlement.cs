using Tare.Records;

namespace Tare.Dossier;

/// <summary>What would settle a claim, in words.</summary>
public static class Settlement
{
    /// <summary>The claim's query and its condition; else what would decide its question; <see langword="null"/> where nobody named anything.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="claim">One of its claims.</param>
    public static string? Of(DossierIndex index, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Query is { } query
            ? $"'tare {string.Join(' ', query.Command)}', {query.Path}: {Bounds(query.Holds)}{(query.Unit is null ? string.Empty : " " + query.Unit)}"
            : index.Proposition(claim.Proposition)?.DecidedBy;
    }

    /// <summary>A condition in words: <c>at least 0</c>, <c>3 to 7</c>.</summary>
    /// <param name="predicate">The condition.</param>
    public static string Bounds(QueryPredicate predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return predicate.Comparison switch
        {
            QueryComparison.AtLeast => FormattableString.Invariant($"at least {predicate.Lower:0.##}"),
            QueryComparison.AtMost => FormattableString.Invariant($"at most {predicate.Upper:0.##}"),
            QueryComparison.Between => FormattableString.Invariant($"{predicate.Lower:0.##} to {predicate.Upper:0.##}"),
            QueryComparison.IsTrue => "true",
            _ => "false",
        };
    }
}
