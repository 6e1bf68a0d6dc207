using System.Globalization;

namespace Tare.Sandboxes.Hosts;

/// <summary>User ids that nothing else has: two a sandbox.</summary>
/// <param name="First">The first of them.</param>
internal readonly record struct UserRange(uint First)
{
    internal const int Sandboxes = 10_000;

    // Above the range that systemd gives to containers (524,288 to 1,879,048,191) and below 2^31.
    private const uint Usual = 1_900_000_000;

    internal uint Agent(int slot) => checked(First + (2 * (uint)slot));

    internal uint Verifier(int slot) => checked(Agent(slot) + 1);

    /// <summary>The usual range, or the end of the largest one that a container's name space maps; null where that is too small.</summary>
    /// <param name="map">Lines of <c>/proc/self/uid_map</c>: first id inside, first id outside, count.</param>
    internal static UserRange? Of(IEnumerable<string> map)
    {
        var ranges = map.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(f => f.Length == 3)
            .Select(f => (First: long.Parse(f[0], CultureInfo.InvariantCulture), Count: long.Parse(f[2], CultureInfo.InvariantCulture)))
            .ToArray();
        const int Needed = 2 * Sandboxes;
        if (ranges.Any(r => r.First <= Usual && r.First + r.Count >= Usual + Needed))
        {
            return new UserRange(Usual);
        }

        var largest = ranges.OrderByDescending(r => r.Count).FirstOrDefault();
        // Below 2 x Needed the ids of people and services would be too near.
        return largest.Count >= 2 * Needed ? new UserRange((uint)(largest.First + largest.Count - Needed)) : null;
    }
}
