namespace Tare.Psychometrics;

/// <summary>Persons in groups of about equal number, ordered by ability; equal abilities are never split.</summary>
internal sealed class AbilityGroups
{
    /// <summary>Abilities closer than this are equal: they come from an iteration that stops far below it.</summary>
    private const double Same = 1e-7;

    private readonly int[] _group;

    private AbilityGroups(int[] group, int count)
    {
        _group = group;
        Count = count;
    }

    internal int Count { get; }

    /// <summary>Group of a unit, from 0; -1 for one without a group.</summary>
    internal int Of(int unit) => _group[unit];

    internal static AbilityGroups Of(FitInput input, PersonScore[] scores, int wanted) =>
        Of(scores.Length, p => scores[p].Kind == PersonScoreKind.Scored ? scores[p].Theta : null, p => input.Frequency(p), wanted);

    /// <summary>Cuts units into at most a number of groups; where there are no more abilities than that, each is a group.</summary>
    internal static AbilityGroups Of(int count, Func<int, double?> ability, Func<int, double> frequency, int wanted)
    {
        var group = new int[count];
        Array.Fill(group, -1);
        var order = Enumerable.Range(0, count).Where(k => ability(k) is not null).OrderBy(k => ability(k)!.Value).ThenBy(k => k).ToArray();
        if (order.Length == 0)
        {
            return new AbilityGroups(group, 0);
        }

        // Runs of equal abilities, with their mass.
        var starts = new List<int> { 0 };
        for (var k = 1; k < order.Length; k++)
        {
            if (ability(order[k])!.Value - ability(order[k - 1])!.Value > Same)
            {
                starts.Add(k);
            }
        }

        var total = order.Sum(frequency);
        var (current, last, mass) = (-1, -1, 0.0);
        for (var run = 0; run < starts.Count; run++)
        {
            var members = order.AsSpan(starts[run]..(run + 1 < starts.Count ? starts[run + 1] : order.Length));
            var own = 0.0;
            foreach (var member in members)
            {
                own += frequency(member);
            }

            // A run belongs where its middle lies; groups that get nothing are not counted.
            var place = starts.Count <= wanted ? run : Math.Min((int)(wanted * (mass + (own / 2)) / total), wanted - 1);
            current += place > last ? 1 : 0;
            last = place;
            mass += own;
            foreach (var member in members)
            {
                group[member] = current;
            }
        }

        return new AbilityGroups(group, current + 1);
    }
}
