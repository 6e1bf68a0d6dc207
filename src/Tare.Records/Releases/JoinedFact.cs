using System.Globalization;

namespace Tare.Records;

/// <summary>Everything that sources state of one fact. Nothing is dropped: the value in force comes first, the others stay behind it.</summary>
/// <param name="Field">Which fact.</param>
/// <param name="Statements">At least one, ordered by <see cref="SourceStanding"/>, then as listed.</param>
public sealed record JoinedFact(CatalogueField Field, IReadOnlyList<FactStatement> Statements)
{
    /// <summary>The rule by which one value is in force, in words.</summary>
    public const string PrecedenceRule =
        "an override with its reason, then the model's own card, then the catalogue, then Epoch; of equals the one listed first";

    /// <summary>The value in force under <see cref="PrecedenceRule"/>.</summary>
    public FactStatement InForce => Statements[0];

    /// <summary>Whether a source states something that the value in force does not allow. A month agrees with each of its days.</summary>
    public bool HasConflict => Statements.Skip(1).Any(s => !Agree(Field, InForce.Value, s.Value));

    /// <summary>Whether two values of a field can both be true.</summary>
    /// <param name="field">The field.</param>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool Agree(CatalogueField field, string left, string right) =>
        field == CatalogueField.ReleaseDate && PartialDate.TryParse(left, out var a) && PartialDate.TryParse(right, out var b)
            ? a.Earliest <= b.Latest && b.Earliest <= a.Latest
            : string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>The statements of one field with the value in force first; the same value of the same standing is one statement with all its sources.</summary>
    /// <param name="field">The field.</param>
    /// <param name="statements">At least one, in the order of listing.</param>
    public static JoinedFact Of(CatalogueField field, IEnumerable<FactStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var merged = statements
            .GroupBy(s => (s.Value.ToLower(CultureInfo.InvariantCulture), s.Standing, s.Note, s.IsUnverified))
            .Select(g => g.First() with { Sources = [.. g.SelectMany(s => s.Sources).Distinct(StringComparer.Ordinal)] })
            .OrderBy(s => s.Standing);
        return new JoinedFact(field, [.. merged]);
    }
}
