using Tare.Analysis;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Reporting;

/// <summary>A grid of the catalogue as the specifications and choices that the analysis takes.</summary>
internal static class GridSpecifications
{
    /// <summary>Every combination, in the order of the grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="applied">Puts the evidence asked for into a methodology.</param>
    public static Specification[] Of(MethodGrid grid, Func<Methodology, Methodology> applied)
    {
        var specifications = new Specification[grid.Count];
        for (var k = 0; k < specifications.Length; k++)
        {
            var (methodology, reason) = grid.At(k);
            specifications[k] = new Specification(k, methodology is null ? null : applied(methodology), reason);
        }

        return specifications;
    }

    /// <summary>The choices by name, with the names of their alternatives.</summary>
    public static GridChoice[] Choices(MethodGrid grid) =>
        [.. grid.Choices.Select(c => new GridChoice(c.Name, [.. c.Alternatives.Select(a => a.Name)]))];
}
