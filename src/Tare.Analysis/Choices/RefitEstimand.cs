using Tare.Records;

namespace Tare.Analysis;

/// <summary>An estimand under changed scores, weights and dates, by refit from the full fit.</summary>
internal sealed class RefitEstimand
{
    private readonly FitHandle _handle;
    private readonly Methodology _methodology;
    private readonly Estimand _estimand;
    private readonly AbilityTable _table;
    private readonly GapOptions _options;
    private readonly bool[] _isListed;
    private readonly int _first;
    private readonly int _second;

    /// <summary>Binds an estimand to a fit.</summary>
    /// <param name="evidence">The evidence of the fit.</param>
    /// <param name="methodology">The methodology.</param>
    /// <param name="fit">The fit, with bounds where catch-up is asked.</param>
    /// <param name="estimand">What is asked.</param>
    /// <param name="only">Models that may set records; <see langword="null"/> for all.</param>
    /// <exception cref="InputException">A model of the estimand is not in the fit.</exception>
    internal RefitEstimand(Evidence evidence, Methodology methodology, FitFinding fit, Estimand estimand, IReadOnlySet<string>? only = null)
    {
        _handle = fit.Handle!;
        _methodology = methodology;
        _estimand = estimand;
        var models = evidence.Models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        _table = fit.Abilities with
        {
            Draws = [],
            Rows =
            [
                .. fit.Abilities.Rows.Select(r =>
                    r with
                    {
                        Group = AxisGroups.Of(models[r.Id], methodology.Axis),
                        Date = models[r.Id].DateUnder(methodology.DateRule),
                    }
                ),
            ],
        };
        _options = GapOptions.From(methodology);
        _isListed = [.. _table.Rows.Select(r => only is null || only.Contains(r.Id))];
        if (estimand.Kind == EstimandKind.Elo)
        {
            _first = AbilityTables.PositionOf(_table, estimand.First!, "--estimand");
            _second = AbilityTables.PositionOf(_table, estimand.Second!, "--estimand");
        }
    }

    /// <summary>Models with their dates, in the order of the table.</summary>
    internal IReadOnlyList<AbilityRow> Rows => _table.Rows;

    /// <summary>A draw that changes nothing yet.</summary>
    internal RefitDraw NewDraw() => new(_handle.Family.Data.Value.ToArray(), [.. _table.Rows.Select(r => r.Date)]);

    /// <summary>The estimand of a draw; NaN where there is none.</summary>
    internal double Of(RefitDraw draw)
    {
        var solution = _handle.Family.Refit(_handle.Solution, draw.Multiplicity, draw.Values);
        return Of(solution.Abilities, solution.Discriminations, draw.Dates);
    }

    /// <summary>The estimand of abilities in logits; NaN where there is none.</summary>
    internal double Of(IReadOnlyList<double> abilities, IReadOnlyList<double> discriminations, DateOnly?[] dates)
    {
        if (_estimand.Kind == EstimandKind.Elo)
        {
            return Elo.PointsPerLogit * discriminations.Average() * (abilities[_first] - abilities[_second]);
        }

        var scale = PointScale.From(_methodology.Scale, _handle.Anchors, abilities);
        if (!scale.IsUsable)
        {
            return double.NaN;
        }

        var rows = new List<AbilityRow>(_table.Rows.Count);
        for (var k = 0; k < _table.Rows.Count; k++)
        {
            if (_isListed[k])
            {
                var row = _table.Rows[k];
                var value = scale.Points(abilities[k]);
                rows.Add(
                    row with
                    {
                        Value = value,
                        Lower = row.Lower + value - row.Value,
                        Upper = row.Upper + value - row.Value,
                        Date = dates[k],
                    }
                );
            }
        }

        var table = _table with { Rows = rows };
        var groups = GapGroups.From(table, _options);
        var problem = GapProblem.From(groups.Table, groups.IsLeader, groups.IsFollower, _options);
        var work = new GapWorkspace(problem);
        work.Load(groups.Table.Rows.Select(r => r.Value).ToArray());
        return _estimand.Kind == EstimandKind.Points ? work.Vertical() : GapAnalysis.Lag(_methodology.Lag, problem, work).Months;
    }
}
