using Tare.Records;

namespace Tare.Analysis;

/// <summary>Leads over the scale's anchor on CAISI's table, with other values in some cells.</summary>
internal static class CaisiLeads
{
    /// <summary>Elo points above the anchor, by model identifier.</summary>
    /// <param name="data">The table and its methodology.</param>
    /// <param name="value">The share that stands in a cell.</param>
    /// <param name="cancel">Stops the fit.</param>
    internal static Dictionary<string, double> With(StudyData data, Func<Score, double> value, CancellationToken cancel)
    {
        var anchor = (ScaleDefinition.OneAnchor)data.Caisi.Scale;
        var table = data.CaisiTable with { Scores = [.. data.CaisiTable.Scores.Select(s => s with { Value = value(s) })] };
        var fit = MethodologyFit.Of(table, data.Caisi, 0, StudyText.Level, null, cancel);
        return fit.Abilities.Rows.ToDictionary(r => r.Id, r => r.Value - anchor.Value, StringComparer.Ordinal);
    }
}
