using Tare.Records;
using Tare.Runner;

namespace Tare.App.Runs;

/// <summary>Where each model of a run stands, kept up with what is journalled. Safe for several threads.</summary>
internal sealed class LiveCounts
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AttemptKey, bool> _scored;
    private readonly HashSet<AttemptKey> _running = [];
    private readonly Dictionary<string, long> _tokens;
    private readonly Dictionary<string, decimal?> _cost;
    private RunProgress? _last;

    /// <summary>Begins where the journal ends.</summary>
    public LiveCounts(RunState state)
    {
        Plan = state.Plan;
        PlannedEach = state.Planned / state.Plan.Models.Count;
        _scored = state.Counted.ToDictionary(c => c.Key, c => c.Value.Validated is Outcome.Scored);
        _tokens = Plan.Models.ToDictionary(
            m => m.Label,
            m => state.Counted.Where(c => c.Key.Model == m.Label).Sum(c => c.Value.Usage.Total),
            StringComparer.Ordinal
        );
        _cost = Plan.Models.ToDictionary(
            m => m.Label,
            m => state.Counted.Where(c => c.Key.Model == m.Label).Aggregate((decimal?)0, (sum, c) => sum + c.Value.CostUsd),
            StringComparer.Ordinal
        );
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>Attempts of each model.</summary>
    public int PlannedEach { get; }

    /// <summary>The last report, or <see langword="null"/> before the first one.</summary>
    public RunProgress? Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    /// <summary>Takes a report.</summary>
    public void Add(RunProgress progress)
    {
        lock (_gate)
        {
            _last = progress;
            switch (progress.Entry)
            {
                case JournalEntry.AttemptStarted e:
                    _running.Add(e.Key);
                    break;
                case JournalEntry.ModelAnswered e:
                    _tokens[e.Key.Model] += e.Answer.Usage?.Total ?? 0;
                    break;
                case JournalEntry.AttemptFinished e:
                    _running.Remove(e.Key);
                    _scored[e.Key] = _scored.GetValueOrDefault(e.Key) || e.Result.Validated is Outcome.Scored;
                    _cost[e.Key.Model] += e.Result.CostUsd;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>One model's counts.</summary>
    public (int Scored, int Missing, int Running, long Tokens, decimal? CostUsd) Of(string model)
    {
        lock (_gate)
        {
            var ended = _scored.Where(s => s.Key.Model == model && !_running.Contains(s.Key)).ToList();
            var scored = ended.Count(s => s.Value);
            return (scored, ended.Count - scored, _running.Count(k => k.Model == model), _tokens[model], _cost[model]);
        }
    }
}
