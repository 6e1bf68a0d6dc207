namespace Tare.Psychometrics;

/// <summary>Which columns of a file hold what, where they have other names than the reader's own.</summary>
public sealed record ResponseLayout
{
    /// <summary>Column of the person's identifier. In JSON lines <c>subject_id</c> is read too where this is <c>person</c>. Default <c>person</c>.</summary>
    public string Person { get; init; } = "person";

    /// <summary>Column of the item's identifier. Default <c>item</c>.</summary>
    public string Item { get; init; } = "item";

    /// <summary>Column of the response; <see langword="null"/>: <c>response</c>, or <c>successes</c> beside trials.</summary>
    public string? Response { get; init; }

    /// <summary>Column of the number of trials, if there is one. Default <c>trials</c>.</summary>
    public string Trials { get; init; } = "trials";

    /// <summary>Columns that are facets; all other further columns are not read. <see langword="null"/>: every further column is a facet.</summary>
    public IReadOnlyList<string>? Facets { get; init; }

    /// <summary>A column whose text holds several; <see langword="null"/>: none.</summary>
    public ColumnSplit? Split { get; init; }

    internal string ResponseOrDefault => Response ?? "response";

    internal bool IsFacet(string column) => Facets is null || Facets.Contains(column, StringComparer.Ordinal);

    /// <summary>Names of columns that are no facets.</summary>
    internal IEnumerable<string> Known => [Person, Item, ResponseOrDefault, Trials, "frequency", "importance"];
}
