using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Two methodologies side by side.</summary>
public static class MethodologyDiff
{
    /// <summary>Every field that one of the two has, in the order of a document.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    public static IReadOnlyList<MethodologyDifference> Of(Methodology left, Methodology right)
    {
        var lefts = MethodologyWriter.Fields(left).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var rights = MethodologyWriter.Fields(right).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        return
        [
            .. MethodologyFields
                .Keys.Where(k => lefts.ContainsKey(k) || rights.ContainsKey(k))
                .Select(k =>
                {
                    var (a, b) = (lefts.GetValueOrDefault(k, "none"), rights.GetValueOrDefault(k, "none"));
                    return new MethodologyDifference(k, a, b, a == b);
                }),
        ];
    }
}
