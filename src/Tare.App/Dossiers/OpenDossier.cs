using Tare.App.Cli;
using Tare.Catalogue.Dossiers;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Dossiers;

/// <summary>A dossier as a command works on it.</summary>
/// <param name="File">The whole file, whatever the point.</param>
/// <param name="Inputs">Its hash.</param>
/// <param name="Date">The point that was asked for, or <see langword="null"/> for now.</param>
/// <param name="View">What was there at the point.</param>
/// <param name="Index">That, with the answers in force as evidence.</param>
/// <param name="Verdicts">What queries say, by claim.</param>
/// <param name="At">The instant of the point.</param>
internal sealed record OpenDossier(
    DossierFile File,
    InputDigest Inputs,
    PartialDate? Date,
    AsOfView View,
    DossierIndex Index,
    IReadOnlyDictionary<string, ClaimVerdict> Verdicts,
    DateTimeOffset At
)
{
    /// <summary>What a reader of a view at an earlier point must know.</summary>
    public IReadOnlyList<string> Warnings =>
        View.Undated.Count == 0
            ? []
            :
            [
                $"{Screens.Show.Count(View.Undated.Count, "record")} of unknown date may have been there and are hidden: {string.Join(", ", View.Undated.Take(5))}",
            ];

    /// <summary>That nothing had been said by the point, and when it began; <see langword="null"/> where something had.</summary>
    public string? NothingYet
    {
        get
        {
            if (Date is null || Index.Dossier.Sources.Count > 0 || Index.Dossier.Claims.Count > 0)
            {
                return null;
            }

            var begun = new[]
            {
                ("source", First(File.Dossier.Sources.Select(s => s.Published))),
                ("event", First(File.Dossier.Timeline.Select(e => e.Date))),
            };
            var first = begun.Where(b => b.Item2 is not null).Select(b => $"the first {b.Item1} is dated {b.Item2}").ToList();
            return $"Nothing had been said by {Date}: {(first.Count > 0 ? string.Join(", ", first) : "no record of this dossier has a date")}.";
        }
    }

    public static OpenDossier Of(DossierFile file, InputDigest inputs, PartialDate? date, AsOfInstants instants, DateTimeOffset at)
    {
        var view = instants is { Asserted: null, Recorded: null }
            ? new AsOfView(file.Dossier, instants, [], [])
            : AsOfView.Of(file.Dossier, instants);
        var index = DossierIndex.Of(VerdictHistory.Settle(view.Dossier));
        return new OpenDossier(file, inputs, date, view, index, VerdictHistory.Latest(view.Dossier), at);
    }

    private static PartialDate? First(IEnumerable<PartialDate> dates) => dates.Where(d => d.IsKnown).MinBy(d => d.Latest);

    /// <summary>The topic that was asked for, or the only one.</summary>
    public string Topic(string? wanted)
    {
        var topics = Index.Dossier.Topics.Select(t => t.Id).ToList();
        if (topics.Count == 0 && Date is not null && File.Dossier.Topics.Count > 0)
        {
            throw InputException.At(
                "--as-of",
                $"the dossier knew of no topic by {Date}",
                $"a point from {File.Dossier.Recorded} on, when it was made",
                "take --clock asserted for what had been said by then"
            );
        }

        return wanted is not null ? wanted
            : topics.Count == 1 ? topics[0]
            : throw InputException.At(
                "--topic",
                topics.Count == 0 ? "the dossier has no topic" : "not given",
                topics.Count == 0 ? "a dossier with a topic" : $"one of {string.Join(", ", topics)}",
                topics.Count == 0 ? "'tare claims' lists its claims" : $"for example --topic {topics[0]}"
            );
    }
}
