using Tare.Analysis;
using Tare.Records;
using Tare.Web.Charts;
using Lead = Tare.Web.Charts.TableStudyChart.Lead;

namespace Tare.Web.Figures;

/// <summary>What CAISI's public table alone implies, beside what CAISI printed.</summary>
internal static class TableStudyFigure
{
    private const string Printed = "printed by CAISI";

    public static Figure Of(Report report, string version)
    {
        var study = report.CaisiTable;
        var anchor = Anchor(study);
        var leads = Leads(study, anchor).ToArray();
        var finding = Finding(study, anchor);
        var unit = study.Fit.Abilities.Unit;
        var chart = TableStudyChart.Of([.. leads.Select(l => l.Lead)], anchor.Name, unit, finding);
        return new Figure
        {
            Id = "caisi-table",
            Title = "CAISI's table, read again",
            Question =
                $"What do CAISI's own scores say of its {Words.Whole(study.Fit.Abilities.Rows.Count)} models, and how much rests on {Words.Whole(study.Disputed.Count)} benchmarks?",
            Finding = finding,
            Charts = [new("caisi-table", "", chart)],
            Columns =
            [
                new("setting", "Setting"),
                new("sigma_logits", "Sigma, logits", ColumnKind.Number, 1),
                new("left_out", "Left out") { OnPage = false },
                new("model", "Model"),
                new("lead_elo", $"{unit} above {anchor.Name}", ColumnKind.Number, 0),
                new("lead_lower", "Interval", ColumnKind.Lower, 0),
                new("lead_upper", "", ColumnKind.Upper, 0),
                new("interval", "What the interval is"),
                new("share_of_lead_gone", "Share of the lead gone", ColumnKind.Number, 2),
            ],
            RowHeader = "setting",
            Rows = [.. leads.Select(l => Row(study, l.Lead, l.Fit, l.Id))],
            Cite = Citation.Of(finding, study.Fit, version),
            IntervalContains =
                $"Printed rows: both models' printed 95 % half widths, added in quadrature (response sampling). The row of the whole table: {study.Fit.Abilities.Contains}. Other rows have no interval.",
            Denominator = Denominator.Of(study.Fit),
            Notes = [.. Notes(study)],
            Fits = [study.Fit],
        };
    }

    private static AbilityRow Anchor(TableStudy study)
    {
        var id = study.Fit.Methodology.Scale is ScaleDefinition.OneAnchor one ? one.Model : study.Fit.Abilities.Rows[0].Id;
        return study.Fit.Abilities.Rows.First(r => r.Id == id);
    }

    private static IEnumerable<(Lead Lead, DropRow? Fit, string Id)> Leads(TableStudy study, AbilityRow anchor)
    {
        var models = study.Fit.Abilities.Rows.Where(r => r.Id != anchor.Id).OrderByDescending(r => r.Value).ToArray();
        foreach (var model in models)
        {
            if (study.Printed.TryGetValue(model.Id, out var own) && study.Printed.TryGetValue(anchor.Id, out var zero))
            {
                var half = Math.Sqrt((own.HalfWidth95 * own.HalfWidth95) + (zero.HalfWidth95 * zero.HalfWidth95));
                var lead = own.Value - zero.Value;
                yield return (new(Printed, model.Name, lead, lead - half, lead + half, "95 % interval, as printed"), null, model.Id);
            }
        }

        foreach (var row in study.Rows)
        {
            foreach (var model in models.Where(m => row.Differences.ContainsKey(m.Id)))
            {
                var main = IsMain(study, row);
                var lower = main ? model.Lower - anchor.Value : null;
                var upper = main ? model.Upper - anchor.Value : null;
                var said = lower is null ? "none computed" : $"{Words.Level(study.Fit.Abilities.Level)} interval, benchmark domains";
                yield return (new(Label(row), model.Name, row.Differences[model.Id], lower, upper, said), row, model.Id);
            }
        }
    }

    private static bool IsMain(TableStudy study, DropRow row) =>
        row.Dropped.Count == 0 && Math.Abs(row.Sigma - study.Fit.Methodology.Sigma) < 1e-9;

    private static string Label(DropRow row) => row.Dropped.Count == 0 ? $"whole table, sigma {Words.Fixed(row.Sigma, 0)}" : row.Label;

    private static string Finding(TableStudy study, AbilityRow anchor)
    {
        var top = study.Fit.Abilities.Rows.OrderByDescending(r => r.Value).First(r => r.Id != anchor.Id);
        var implied = top.Value - anchor.Value;
        var error = study.Fit.DomainJackknife?.StandardErrors.TryGetValue(top.Id, out var se) == true ? Words.Fixed(se, 0) : "unknown";
        var printed =
            study.Printed.TryGetValue(top.Id, out var own) && study.Printed.TryGetValue(anchor.Id, out var zero)
                ? Words.Fixed(own.Value - zero.Value, 0)
                : "an unknown lead";
        var share = study.DisputedShare.TryGetValue(top.Id, out var s) ? Words.Share(s) : "an unknown share";
        var interval = top is { Lower: { } low, Upper: { } high }
            ? $"; {Words.Level(study.Fit.Abilities.Level)} interval {Words.Range(low - anchor.Value, high - anchor.Value, 0)}"
            : "";
        return $"CAISI prints {top.Name} {printed} {study.Fit.Abilities.Unit} above {anchor.Name}; its public table implies {Words.Fixed(implied, 0)} "
            + $"(standard error over domains {error}{interval}), and {share} of that lead goes when {Words.Whole(study.Disputed.Count)} disputed benchmarks are left out.";
    }

    private static IEnumerable<string> Notes(TableStudy study)
    {
        yield return $"Sigma is the spread of task difficulty inside a benchmark; CAISI does not state one. Here {Words.Fixed(study.Fit.Methodology.Sigma, 0)} logits is an assumption of ours.";
        yield return $"Disputed: {string.Join(", ", study.Disputed.Select(id => study.Fit.Items.FirstOrDefault(i => i.Id == id)?.Name ?? id))}.";
        var anchor = Anchor(study);
        var unit = study.Fit.Abilities.Unit;
        foreach (var row in study.Fit.Abilities.Rows.Where(r => r.Id != anchor.Id).OrderByDescending(r => r.Value))
        {
            var error =
                study.Fit.DomainJackknife?.StandardErrors.TryGetValue(row.Id, out var se) == true
                    ? $"{Words.Fixed(se, 0)} {unit}"
                    : "unknown";
            var rests =
                row.Value <= anchor.Value ? $"below {anchor.Name}, so it has no lead to share out"
                : study.DisputedShare.TryGetValue(row.Id, out var share)
                    ? $"{Words.Share(share)} of its lead rests on the disputed benchmarks"
                : "the share of its lead that rests on the disputed benchmarks is unknown";
            yield return $"{row.Name}: {rests}; jackknife standard error over domains {error}.";
        }
    }

    private static IReadOnlyList<FigureCell> Row(TableStudy study, Lead lead, DropRow? fit, string id)
    {
        var disputed = fit is not null && fit.Dropped.Count > 0 && fit.Dropped.ToHashSet(StringComparer.Ordinal).SetEquals(study.Disputed);
        return
        [
            FigureCell.Of(lead.Setting),
            fit is null ? FigureCell.Unknown : FigureCell.Of(fit.Sigma),
            FigureCell.Of(fit is null || fit.Dropped.Count == 0 ? "nothing" : string.Join("; ", fit.Dropped)),
            FigureCell.Of(lead.Model),
            FigureCell.Of(lead.Points),
            FigureCell.Or(lead.Lower, "none"),
            FigureCell.Or(lead.Upper, "none"),
            FigureCell.Of(lead.Interval),
            disputed && study.DisputedShare.TryGetValue(id, out var share) ? FigureCell.Of(share) : FigureCell.NotApplicable,
        ];
    }
}
