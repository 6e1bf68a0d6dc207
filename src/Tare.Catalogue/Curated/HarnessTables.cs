using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The curated facts about harnesses: who stands behind a leaderboard's rows, published model-by-harness tables, self-reports.</summary>
internal sealed class HarnessTables(ICuratedFiles files)
{
    private const int MostTasks = 1_000_000;

    public List<Submission> Submissions()
    {
        using var table = CuratedLoader.Open(
            files,
            "terminal-bench-2-submissions.csv",
            "submission",
            "harness",
            "model",
            "weights",
            "kind"
        );
        var submissions = new List<Submission>();
        foreach (var row in table.Rows())
        {
            var submission = new Submission(row.Text("submission"), row.Text("harness"))
            {
                Model = row.Optional("model"),
                Weights = row.OptionalChoice<Weights>("weights") ?? Weights.Unknown,
                Kind = row.OptionalChoice<HarnessKind>("kind"),
            };
            if (submissions.Exists(s => string.Equals(s.Id, submission.Id, StringComparison.Ordinal)))
            {
                throw row.Error("submission", "every submission once", "remove one of the two rows");
            }

            submissions.Add(submission);
        }

        return submissions;
    }

    public List<HarnessScore> Scores()
    {
        using var table = CuratedLoader.Open(files, "published-harness-scores.csv", "study", "model", "harness", "percent", "tasks");
        var scores = new List<HarnessScore>();
        foreach (var row in table.Rows())
        {
            var tasks = row.Number("tasks");
            if (!(tasks >= 1 && tasks <= MostTasks && tasks == Math.Floor(tasks)))
            {
                throw row.Error("tasks", "a positive whole number", "correct the number of tasks");
            }

            scores.Add(new HarnessScore(row.Id("study"), row.Text("model"), row.Text("harness"), Percent(row, "percent"), (int)tasks));
        }

        return scores;
    }

    public List<SelfReport> SelfReports()
    {
        using var table = CuratedLoader.Open(
            files,
            "self-reports.csv",
            "model",
            "benchmark",
            "developer_percent",
            "independent_percent",
            "evaluator",
            "note"
        );
        return
        [
            .. table
                .Rows()
                .Select(row => new SelfReport(
                    row.Id("model"),
                    row.Id("benchmark"),
                    Percent(row, "developer_percent"),
                    Percent(row, "independent_percent"),
                    row.Text("evaluator")
                )
                {
                    Note = row.Optional("note"),
                }),
        ];
    }

    private static double Percent(CsvRow row, string column)
    {
        var percent = row.Number(column);
        return percent is >= 0 and <= 100 ? percent / 100 : throw row.Error(column, "a percentage from 0 to 100", "correct the number");
    }
}
