using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Every date conflict: a model gets another of its sourced dates. The size is the number of days between the two dates.</summary>
internal static class DateChanges
{
    internal static TriedChanges Of(Evidence evidence, FitFinding fit, HeadlineQuestion question)
    {
        var changes = new List<HeadlineChange>();
        var notComputable = new List<string>();
        var position = question.Table.Rows.Select((r, k) => (r.Id, k)).ToDictionary(x => x.Id, x => x.k, StringComparer.Ordinal);
        foreach (var model in evidence.Models.Where(m => position.ContainsKey(m.Id)))
        {
            var row = question.Table.Rows[position[model.Id]];
            if (row.Date is not { } date)
            {
                continue;
            }

            foreach (var other in model.ReleaseDates.DistinctBy(d => d.Date).Where(d => d.Date != date))
            {
                var description = FormattableString.Invariant(
                    $"date of {model.Name}: {date:yyyy-MM-dd} becomes {other.Date:yyyy-MM-dd} ({KebabCase.Of(other.Kind)}, {other.Source})"
                );
                try
                {
                    var headline = Redated(evidence, fit, question, model, other);
                    changes.Add(
                        question.Change(ChangeKind.Date, description, Math.Abs(other.Date.DayNumber - date.DayNumber), "days", headline)
                    );
                }
                catch (Exception reason) when (reason is InputException or NotIdentifiedException)
                {
                    notComputable.Add($"{description}: {reason.Message}");
                }
            }
        }

        return TriedChanges.From(ChangeKind.Date, changes, notComputable);
    }

    private static Headline Redated(Evidence evidence, FitFinding fit, HeadlineQuestion question, LanguageModel model, ReleaseDate other)
    {
        var table = question.Table with
        {
            Rows =
            [
                .. question.Table.Rows.Select(r =>
                    string.Equals(r.Id, model.Id, StringComparison.Ordinal) ? r with { Date = other.Date } : r
                ),
            ],
        };

        // Abilities do not depend on dates, unless the date decides whether the model is in the fit at all.
        if (fit.Methodology.ReleasedFrom is { } from && other.Date < from)
        {
            var changed = fit.Methodology with { ExcludeModels = [.. fit.Methodology.ExcludeModels, model.Id] };
            return BenchmarkChanges.Refitted(evidence, changed, question);
        }

        var asked = question.Ask(table);
        return question.Answer(asked, new GapWorkspace(asked.Problem), [.. table.Rows.Select(r => r.Value)]);
    }
}
