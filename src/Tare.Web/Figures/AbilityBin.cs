namespace Tare.Web.Figures;

/// <summary>Persons and items in a stretch of the scale.</summary>
/// <param name="Lower">Where it begins, logits.</param>
/// <param name="Upper">Where it ends, logits, not included.</param>
/// <param name="Persons">Persons whose ability lies in it.</param>
/// <param name="Items">Items whose difficulty lies in it, the easiest first.</param>
internal sealed record AbilityBin(double Lower, double Upper, int Persons, IReadOnlyList<string> Items)
{
    private const double Width = 0.25;
    private const double Furthest = 6;

    /// <summary>Bins of a quarter logit over all persons and items, at most from -6 to 6; how many of each lie outside.</summary>
    public static (IReadOnlyList<AbilityBin> Bins, int PersonsOutside, int ItemsOutside) Of(CalibrationReport report)
    {
        var abilities = report.Persons.Select(p => p.Ability).OfType<double>().ToArray();
        var items = report
            .Items.Where(i => i.Difficulty is not null)
            .Select(i => (i.Id, Difficulty: i.Difficulty!.Value))
            .OrderBy(i => i.Difficulty)
            .ThenBy(i => i.Id, StringComparer.Ordinal)
            .ToArray();
        var inside = abilities.Concat(items.Select(i => i.Difficulty)).Where(IsInside).ToArray();
        if (inside.Length == 0)
        {
            return ([], abilities.Length, items.Length);
        }

        var first = (int)Math.Floor(inside.Min() / Width);
        var last = (int)Math.Floor(inside.Max() / Width);
        var persons = new int[last - first + 1];
        foreach (var ability in abilities.Where(IsInside))
        {
            persons[(int)Math.Floor(ability / Width) - first]++;
        }

        var names = items.Where(i => IsInside(i.Difficulty)).ToLookup(i => (int)Math.Floor(i.Difficulty / Width) - first, i => i.Id);
        var bins = persons.Select((n, k) => new AbilityBin((first + k) * Width, (first + k + 1) * Width, n, [.. names[k]]));
        return ([.. bins], abilities.Count(a => !IsInside(a)), items.Count(i => !IsInside(i.Difficulty)));
    }

    private static bool IsInside(double value) => value is >= -Furthest and < Furthest;
}
