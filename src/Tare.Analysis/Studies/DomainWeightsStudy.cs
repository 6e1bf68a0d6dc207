using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 16: what the equal weights of the five domains decide.</summary>
internal static class DomainWeightsStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 16,
            Name = "domain-weights",
            Claim = "Giving the five domains equal weights is innocuous.",
            Criterion =
                "Give each domain the weight 0 in turn. Supported if no leader's lead moves by more than the 95 % half width that two printed errors imply; refuted if one does.",
            Needs = [StudyDataSet.CaisiTable],
            Decides = "Weights argued from use instead of chosen; random re-weighting (tare influence) shows the whole distribution.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var fit = MethodologyFit.Of(data.CaisiTable, data.Caisi, 0, StudyText.Level, null, cancel);
        var jackknife = fit.DomainJackknife ?? throw new InvalidOperationException("CAISI's table has five domains.");
        var anchor = ((ScaleDefinition.OneAnchor)data.Caisi.Scale).Model;
        var origin = data.PrintedElo[anchor].Value;
        var rows = new List<StudyRow>();
        var moves = new List<(string Name, double From, double To, string Domain, double Half)>();
        foreach (var model in fit.Abilities.Rows.Where(r => r.Id != anchor).OrderByDescending(r => r.Value))
        {
            rows.Add(new StudyRow($"{model.Name} minus V4 Pro, equal weights", model.Value - origin, "Elo"));
            foreach (var domain in jackknife.Domains.Where(d => jackknife.Replicates[d].ContainsKey(model.Id)))
            {
                var lead = jackknife.Replicates[domain][model.Id] - origin;
                rows.Add(new StudyRow($"{model.Name} minus V4 Pro, {domain} at 0", lead, "Elo"));
                moves.Add((model.Name, model.Value - origin, lead, domain, Math.Sqrt(Square(data, model.Id) + Square(data, anchor))));
            }
        }

        var widest = moves.MaxBy(m => Math.Abs(m.To - m.From) / m.Half);
        var leaders = moves.Where(m => m.From > 1).ToList();
        var flips = moves.Count(m => m.From * m.To < 0);
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict = leaders.Exists(m => Math.Abs(m.To - m.From) > m.Half) ? StudyVerdict.Refuted : StudyVerdict.Supported,
            Answer =
                $"The largest move: {widest.Name}'s lead goes from {StudyText.Whole(widest.From)} to {StudyText.Whole(widest.To)} Elo when {widest.Domain} counts nothing (printed half width {StudyText.Whole(widest.Half)}). "
                + $"{flips} of {moves.Count} moves change the sign of a lead.",
            Estimate = widest.To - widest.From,
            Unit = "Elo",
            Rows = rows,
            Denominator = $"{data.CaisiTable.Scores.Count} printed shares, {jackknife.Domains.Count} domains, {moves.Count} moves",
            Limits =
            [
                "Weights of exactly 0 are the corners of what weights can do.",
                "The order of the four models by lead is more stable than its size.",
            ],
        };
    }

    private static double Square(StudyData data, string model) => data.PrintedElo[model].HalfWidth95 * data.PrintedElo[model].HalfWidth95;
}
