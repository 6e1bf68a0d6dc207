using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Resampling of responses within persons.</summary>
internal static class Resampling
{
    /// <summary>Draws each person's responses with replacement, as many as the person has, and counts how often each came.</summary>
    /// <param name="data">Responses, ordered by person.</param>
    /// <param name="random">Where the numbers come from; persons take theirs in order.</param>
    /// <param name="multiplicity">Receives the counts, one for each response.</param>
    internal static void WithinPersons(ResponseMatrix data, RandomSource random, Span<double> multiplicity)
    {
        multiplicity.Clear();
        var personOf = data.PersonOf;
        for (var first = 0; first < personOf.Length; )
        {
            var end = first + 1;
            while (end < personOf.Length && personOf[end] == personOf[first])
            {
                end++;
            }

            for (var k = first; k < end; k++)
            {
                multiplicity[first + random.NextInt(end - first)]++;
            }

            first = end;
        }
    }
}
