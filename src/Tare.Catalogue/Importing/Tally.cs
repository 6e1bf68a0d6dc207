namespace Tare.Catalogue;

/// <summary>Counts what an import leaves out, with the first example of each kind.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(string What, string Reason), (int Count, string? Example)> _counts = [];

    public void Add(string what, string reason, string? example)
    {
        var key = (what, reason);
        _counts[key] = _counts.TryGetValue(key, out var old) ? (old.Count + 1, old.Example) : (1, example);
    }

    public IReadOnlyList<NotKept> ToList() =>
        [
            .. _counts
                .OrderByDescending(c => c.Value.Count)
                .ThenBy(c => c.Key.What, StringComparer.Ordinal)
                .Select(c => new NotKept(c.Key.What, c.Value.Count, c.Value.Example, c.Key.Reason)),
        ];
}
