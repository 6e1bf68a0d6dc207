using Tare.Records;

namespace Tare.Dossier;

/// <summary>Something is dated after the instant of the lint.</summary>
internal sealed class FutureDateCheck : ILintCheck
{
    public LintRule Rule { get; } = new("S3", "future dates", "a record dated after the as-of instant; deadlines may lie ahead");

    public void Run(LintPass pass)
    {
        var d = pass.Dossier;
        Check(pass, "recorded", d.Recorded);
        foreach (var (list, entries) in DossierLists.Of(d))
        {
            foreach (var entry in entries)
            {
                Check(pass, list, entry.Id, "recorded", entry.Recorded);
            }
        }

        foreach (var s in d.Sources)
        {
            Check(pass, "sources", s.Id, "published", s.Published);
            Check(pass, "sources", s.Id, "retrieved", s.Retrieved);
        }

        foreach (var c in d.Claims)
        {
            Check(pass, "claims", c.Id, "asserted", c.Asserted);
        }

        foreach (var e in d.StatusEvents)
        {
            Check(pass, "status_events", e.Id, "at", e.At);
        }

        foreach (var a in d.Answers)
        {
            Check(pass, "answers", a.Id, "at", a.At);
        }

        foreach (var e in d.Timeline)
        {
            Check(pass, "timeline", e.Id, "date", e.Date);
        }

        foreach (var p in d.Predictions)
        {
            Check(pass, "predictions", p.Id, "issued", PartialDate.On(p.Issued));
            Check(pass, "predictions", p.Id, "resolution", p.Resolution?.At);
            foreach (var forecast in p.Forecasts)
            {
                Check(pass, "predictions", p.Id, "forecasts", forecast.At);
            }
        }

        foreach (var v in d.Topics.SelectMany(t => t.Versions.Select(v => (Topic: t, Version: v))))
        {
            Check(pass, "topics", v.Topic.Id, $"versions/{v.Version.Number}", v.Version.Created);
            Check(pass, "topics", v.Topic.Id, $"versions/{v.Version.Number}", v.Version.Recorded);
        }

        foreach (var w in d.WikiPages)
        {
            Check(pass, "wiki_pages", w.Id, "page_date", w.PageDate);
        }
    }

    private void Check(LintPass pass, string list, string id, string field, PartialDate? date)
    {
        if (date is not null && date.IsAfter(pass.Options.AsOf))
        {
            Check(pass, $"{list}/{id}/{field}", date);
        }
    }

    private void Check(LintPass pass, string address, PartialDate date)
    {
        if (date.IsAfter(pass.Options.AsOf))
        {
            pass.Error(
                Rule.Id,
                address,
                $"{date} lies in the future",
                FormattableString.Invariant($"a date up to {pass.Options.AsOf.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}, or unknown"),
                "correct the date; what is only expected belongs in a prediction"
            );
        }
    }
}
