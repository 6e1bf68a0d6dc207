using Tare.Records;

namespace Tare.Dossier;

/// <summary>Who stands against whom on one proposition, without comparing every pair.</summary>
internal sealed class Opposition
{
    private readonly Side _all = new();
    private readonly Dictionary<string, Side> _byHolder = new(StringComparer.Ordinal);

    public Opposition(IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            _all.Add(claim);
            if (!_byHolder.TryGetValue(claim.Holder, out var own))
            {
                _byHolder[claim.Holder] = own = new Side();
            }

            own.Add(claim);
        }

        _all.Sort();
        foreach (var own in _byHolder.Values)
        {
            own.Sort();
        }
    }

    /// <summary>How many claims of other holders oppose this one.</summary>
    public int Count(Claim claim) => claim.Stance is null ? 0 : _all.Count(claim.Stance) - _byHolder[claim.Holder].Count(claim.Stance);

    /// <summary>Some of them, at most so many; by stance one for each holder.</summary>
    public IReadOnlyList<Claim> First(Claim claim, int count)
    {
        if (Count(claim) == 0)
        {
            return [];
        }

        var found = _all.Opposing(claim.Stance!).Where(c => !string.Equals(c.Holder, claim.Holder, StringComparison.Ordinal));
        return [.. found.Take(Math.Min(count, Crowd.FacesKept - 1))];
    }

    private sealed class Side
    {
        private const int RangesLookedAt = 1000;
        private readonly Crowd _no = new();
        private readonly Crowd _yes = new();
        private readonly Dictionary<string, Crowd> _choices = new(StringComparer.Ordinal);
        private int _choiceCount;
        private readonly Dictionary<string, (List<Claim> ByLow, List<Claim> ByHigh)> _ranges = new(StringComparer.Ordinal);

        public void Add(Claim claim)
        {
            switch (claim.Stance)
            {
                case { Degree: < 0 }:
                    _no.Add(claim);
                    break;
                case { Degree: > 0 }:
                    _yes.Add(claim);
                    break;
                case { Choice: { } choice }:
                    if (!_choices.TryGetValue(choice, out var crowd))
                    {
                        _choices[choice] = crowd = new Crowd();
                    }

                    crowd.Add(claim);
                    _choiceCount++;
                    break;
                case { Low: not null, Unit: { } unit }:
                    if (!_ranges.TryGetValue(unit, out var range))
                    {
                        _ranges[unit] = range = ([], []);
                    }

                    range.ByLow.Add(claim);
                    range.ByHigh.Add(claim);
                    break;
            }
        }

        public void Sort()
        {
            foreach (var (byLow, byHigh) in _ranges.Values)
            {
                byLow.Sort((a, b) => b.Stance!.Low!.Value.CompareTo(a.Stance!.Low!.Value));
                byHigh.Sort((a, b) => a.Stance!.High!.Value.CompareTo(b.Stance!.High!.Value));
            }
        }

        public int Count(Stance stance) =>
            stance switch
            {
                { Degree: < 0 } => _yes.Count,
                { Degree: > 0 } => _no.Count,
                { Choice: { } choice } => _choiceCount - (_choices.GetValueOrDefault(choice)?.Count ?? 0),
                { Low: not null, Unit: { } unit } when _ranges.TryGetValue(unit, out var r) => Above(r.ByLow, stance)
                    + Below(r.ByHigh, stance),
                _ => 0,
            };

        public IEnumerable<Claim> Opposing(Stance stance) =>
            stance switch
            {
                { Degree: < 0 } => _yes.Faces,
                { Degree: > 0 } => _no.Faces,
                { Choice: { } choice } => _choices
                    .Where(c => !string.Equals(c.Key, choice, StringComparison.Ordinal))
                    .SelectMany(c => c.Value.Faces)
                    .Take(RangesLookedAt),
                { Low: not null, Unit: { } unit } when _ranges.TryGetValue(unit, out var r) => r
                    .ByLow.Take(Above(r.ByLow, stance))
                    .Concat(r.ByHigh.Take(Below(r.ByHigh, stance)))
                    .Take(RangesLookedAt),
                _ => [],
            };

        // Both lists start with the entries that lie furthest from the stance, so that the opposing ones are a prefix.
        private static int Above(List<Claim> byLow, Stance stance) => Prefix(byLow, c => c.Stance!.Low > stance.High);

        private static int Below(List<Claim> byHigh, Stance stance) => Prefix(byHigh, c => c.Stance!.High < stance.Low);

        private static int Prefix(List<Claim> sorted, Func<Claim, bool> holds)
        {
            var (low, high) = (0, sorted.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = holds(sorted[middle]) ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }

    /// <summary>A count, and one claim for each of the first holders: enough to name some without looking at all.</summary>
    private sealed class Crowd
    {
        public const int FacesKept = 17;
        private readonly HashSet<string> _holders = new(StringComparer.Ordinal);

        public int Count { get; private set; }

        public List<Claim> Faces { get; } = [];

        public void Add(Claim claim)
        {
            Count++;
            if (Faces.Count < FacesKept && _holders.Add(claim.Holder))
            {
                Faces.Add(claim);
            }
        }
    }
}
