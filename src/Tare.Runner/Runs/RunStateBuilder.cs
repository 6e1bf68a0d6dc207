using Tare.Records;

namespace Tare.Runner;

/// <summary>The state of a run as the sum of its journal's entries. Not safe for several threads.</summary>
internal sealed class RunStateBuilder
{
    private readonly Dictionary<AttemptKey, Track> _tracks = [];
    private readonly List<string> _products = [];
    private readonly List<string> _warnings = [];

    /// <summary>Whether answers of attempts that have not ended are kept, to be fed to them again.</summary>
    public bool KeepsAnswers { get; set; }

    /// <summary>The run's first entry, or <see langword="null"/> before it.</summary>
    public JournalEntry.RunStarted? First { get; private set; }

    public TokenUsage Usage { get; private set; } = TokenUsage.None;

    public int Calls { get; private set; }

    public int CallsWithoutUsage { get; private set; }

    public decimal KnownCostUsd { get; private set; }

    public int EndsWithoutCost { get; private set; }

    public int Scored { get; private set; }

    public int Missing { get; private set; }

    public decimal? CostUsd => EndsWithoutCost == 0 ? KnownCostUsd : null;

    /// <summary>How often an attempt has begun.</summary>
    public int StartsOf(AttemptKey key) => _tracks.TryGetValue(key, out var track) ? track.Starts : 0;

    /// <summary>Whether an attempt began and did not end.</summary>
    public bool IsOpen(AttemptKey key) => _tracks.TryGetValue(key, out var track) && track.Open;

    /// <summary>How an attempt counts, or <see langword="null"/> before its first end.</summary>
    public AttemptResult? CountedOf(AttemptKey key) => _tracks.TryGetValue(key, out var track) ? track.Counted : null;

    /// <summary>Hands over the answers of an attempt that was interrupted; empty where there are none.</summary>
    public IReadOnlyList<JournalledAnswer> TakeAnswers(AttemptKey key)
    {
        if (!_tracks.TryGetValue(key, out var track) || track.Answers is not { } answers)
        {
            return [];
        }

        track.Answers = null;
        return answers;
    }

    public void Add(JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.RunStarted e:
                First ??= e;
                AddNew(_products, e.Product);
                AddNew(_warnings, [.. e.Warnings]);
                break;
            case JournalEntry.JournalRepaired e:
                AddNew(_warnings, Words(e));
                break;
            case JournalEntry.AttemptStarted e:
                var started = TrackOf(e.Key);
                started.Starts = e.Start;
                started.Open = true;
                started.Answers = e.Replays ? started.Answers : null;
                break;
            case JournalEntry.ModelAnswered e:
                Calls++;
                CallsWithoutUsage += e.Answer.Usage is null ? 1 : 0;
                Usage = Usage.Plus(e.Answer.Usage ?? TokenUsage.None);
                Keep(e);
                break;
            case JournalEntry.ReplayDiverged e:
                Cut(TrackOf(e.Key), e.Call);
                break;
            case JournalEntry.AttemptFinished e:
                Finish(TrackOf(e.Key), e.Result);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public RunState Build(Plan plan, JournalDamage? damage) =>
        new()
        {
            Plan = plan,
            Counted = _tracks.Where(t => t.Value.Counted is not null).ToDictionary(t => t.Key, t => t.Value.Counted!),
            Open = [.. _tracks.Where(t => t.Value.Open).Select(t => t.Key).OrderBy(k => k.Id, StringComparer.Ordinal)],
            Planned = plan.Keys().Count(),
            Usage = Usage,
            Calls = Calls,
            CallsWithoutUsage = CallsWithoutUsage,
            KnownCostUsd = KnownCostUsd,
            EndsWithoutCost = EndsWithoutCost,
            Products = [.. _products],
            Warnings = [.. _warnings],
            Damage = damage,
        };

    private static void AddNew(List<string> list, params string[] texts) =>
        list.AddRange(texts.Where(t => !list.Contains(t, StringComparer.Ordinal)));

    private static string Words(JournalEntry.JournalRepaired e) =>
        FormattableString.Invariant($"The journal was damaged at line {e.Line}, byte {e.Offset}: {e.Found}. ")
        + (e.KeptIn is null ? "What stood behind it is gone; " : $"What stood behind it is in {e.KeptIn}; ")
        + "attempts that only it knew run again.";

    private static void Cut(Track track, int call)
    {
        if (track.Answers is { } answers && answers.Count >= call)
        {
            answers.RemoveRange(call - 1, answers.Count - call + 1);
        }
    }

    private void Keep(JournalEntry.ModelAnswered e)
    {
        if (!KeepsAnswers)
        {
            return;
        }

        var track = TrackOf(e.Key);
        track.Answers ??= [];
        Cut(track, e.Call);
        track.Answers.Add(new JournalledAnswer(e.Request, e.Answer, e.At));
    }

    private void Finish(Track track, AttemptResult result)
    {
        track.Open = false;
        track.Answers = null;
        KnownCostUsd += result.CostUsd ?? 0;
        EndsWithoutCost += result.CostUsd is null ? 1 : 0;
        if (track.Counted?.Validated is Outcome.Scored)
        {
            return;
        }

        Missing -= track.Counted is null ? 0 : 1;
        track.Counted = result;
        var scores = result.Validated is Outcome.Scored;
        Scored += scores ? 1 : 0;
        Missing += scores ? 0 : 1;
    }

    private Track TrackOf(AttemptKey key)
    {
        if (!_tracks.TryGetValue(key, out var track))
        {
            track = new Track();
            _tracks.Add(key, track);
        }

        return track;
    }

    private sealed class Track
    {
        public int Starts { get; set; }

        public bool Open { get; set; }

        public AttemptResult? Counted { get; set; }

        public List<JournalledAnswer>? Answers { get; set; }
    }
}
