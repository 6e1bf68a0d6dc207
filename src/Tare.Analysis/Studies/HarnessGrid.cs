namespace Tare.Analysis;

/// <summary>A complete table of models (rows) by harnesses (columns).</summary>
internal sealed record HarnessGrid(IReadOnlyList<string> Models, IReadOnlyList<string> Harnesses, double[,] Shares, int Tasks)
{
    internal static HarnessGrid Of(StudyData data, string source)
    {
        var cells = data.HarnessScores.Where(s => s.Study == source).ToList();
        var models = cells.Select(c => c.Model).Distinct(StringComparer.Ordinal).ToList();
        var harnesses = cells.Select(c => c.Harness).Distinct(StringComparer.Ordinal).ToList();
        var shares = new double[models.Count, harnesses.Count];
        foreach (var cell in cells)
        {
            shares[models.IndexOf(cell.Model), harnesses.IndexOf(cell.Harness)] = cell.Share;
        }

        return new HarnessGrid(models, harnesses, shares, cells[0].Tasks);
    }

    internal double ModelMean(int model) => Enumerable.Range(0, Harnesses.Count).Average(h => Shares[model, h]);

    internal double HarnessMean(int harness) => Enumerable.Range(0, Models.Count).Average(m => Shares[m, harness]);

    /// <summary>The table without interaction: model mean plus harness mean minus grand mean.</summary>
    internal double[,] Additive()
    {
        var grand = Enumerable.Range(0, Models.Count).Average(ModelMean);
        var additive = new double[Models.Count, Harnesses.Count];
        for (var m = 0; m < Models.Count; m++)
        {
            for (var h = 0; h < Harnesses.Count; h++)
            {
                additive[m, h] = ModelMean(m) + HarnessMean(h) - grand;
            }
        }

        return additive;
    }

    /// <summary>The table where harnesses make no difference: every model at its own mean.</summary>
    internal double[,] WithoutHarness()
    {
        var flat = new double[Models.Count, Harnesses.Count];
        for (var m = 0; m < Models.Count; m++)
        {
            for (var h = 0; h < Harnesses.Count; h++)
            {
                flat[m, h] = ModelMean(m);
            }
        }

        return flat;
    }
}
