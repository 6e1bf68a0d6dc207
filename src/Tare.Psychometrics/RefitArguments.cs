namespace Tare.Psychometrics;

/// <summary>Checks of what a refit is given.</summary>
internal static class RefitArguments
{
    internal static void Check(ResponseMatrix data, Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (
            start.Abilities.Count != data.Persons.Count
            || start.Difficulties.Count != data.Items.Count
            || start.Discriminations.Count != data.Items.Count
        )
        {
            throw new ArgumentException(
                $"The start has {start.Abilities.Count} persons and {start.Difficulties.Count} items; expected {data.Persons.Count} and "
                    + $"{data.Items.Count}. Start from a calibration of the same data.",
                nameof(start)
            );
        }

        CheckLength(data, multiplicity, nameof(multiplicity));
        CheckLength(data, values, nameof(values));
        for (var k = 0; k < multiplicity.Length; k++)
        {
            if (!(multiplicity[k] >= 0 && double.IsFinite(multiplicity[k])))
            {
                throw new ArgumentException($"{Place(data, k)}: multiplicity {multiplicity[k]}; expected 0 or more.", nameof(multiplicity));
            }
        }

        for (var k = 0; k < values.Length; k++)
        {
            if (!(values[k] >= 0 && values[k] <= 1))
            {
                throw new ArgumentException($"{Place(data, k)}: value {values[k]}; expected a share in [0, 1].", nameof(values));
            }
        }
    }

    private static void CheckLength(ResponseMatrix data, ReadOnlySpan<double> numbers, string name)
    {
        if (!numbers.IsEmpty && numbers.Length != data.Count)
        {
            throw new ArgumentException($"{numbers.Length} numbers; expected one for each of the {data.Count} responses, or none.", name);
        }
    }

    private static string Place(ResponseMatrix data, int k) =>
        $"Person '{data.Persons[data.PersonOf[k]]}', item '{data.Items[data.ItemOf[k]]}'";
}
