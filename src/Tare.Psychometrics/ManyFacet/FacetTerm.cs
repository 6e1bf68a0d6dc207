namespace Tare.Psychometrics;

/// <summary>One term of the linear predictor: a column's main effect, or the interaction of several columns.</summary>
/// <remarks>
/// Each response lies on one level of each term: the combination of its values in the term's columns. A random term's effects are
/// N(0, sd²) with an unknown sd; a fixed term's effects are N(0, w²) with a given wide w, which does not pull them together.
/// </remarks>
public sealed record FacetTerm
{
    private FacetTerm(string name, IReadOnlyList<string> columns, double? fixedWidth)
    {
        Name = name;
        Columns = columns;
        FixedWidth = fixedWidth;
    }

    /// <summary>Name for reports, for example <c>item x harness</c>.</summary>
    public string Name { get; }

    /// <summary>The columns whose combinations are the levels: <c>person</c>, <c>item</c> or a facet; in ordinal order of their names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Standard deviation of a fixed term's prior, logits; <see langword="null"/> for a random term.</summary>
    public double? FixedWidth { get; }

    /// <summary>A random term.</summary>
    /// <param name="columns">One column for a main effect, two or more for an interaction; none twice.</param>
    public static FacetTerm Random(params IReadOnlyList<string> columns) => Create(columns, null);

    /// <summary>A fixed term: its effects are not shrunk to a common standard deviation.</summary>
    /// <param name="width">Standard deviation of each effect's own prior, logits, positive; 10 hardly informs.</param>
    /// <param name="columns">One column for a main effect, two or more for an interaction; none twice.</param>
    public static FacetTerm Fixed(double width, params IReadOnlyList<string> columns)
    {
        if (!(width > 0 && double.IsFinite(width)))
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "Expected a positive finite number of logits, for example 10.");
        }

        return Create(columns, width);
    }

    private static FacetTerm Create(IReadOnlyList<string> columns, double? width)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var ordered = columns.Order(StringComparer.Ordinal).ToArray();
        if (ordered.Length == 0 || ordered.Distinct(StringComparer.Ordinal).Count() != ordered.Length)
        {
            throw new ArgumentException(
                $"A term of columns ({string.Join(", ", ordered)}); expected one or more different columns, for example item and harness.",
                nameof(columns)
            );
        }

        return new FacetTerm(string.Join(" x ", columns), ordered, width);
    }
}
