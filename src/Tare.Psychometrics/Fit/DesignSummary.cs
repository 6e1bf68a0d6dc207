namespace Tare.Psychometrics;

/// <summary>What a set of responses holds, before any model.</summary>
/// <param name="Persons">Persons with a response.</param>
/// <param name="Items">Items with a response.</param>
/// <param name="Responses">Responses.</param>
/// <param name="MissingByFailure">Responses that were asked for and failed to come.</param>
/// <param name="Components">Groups of persons and items without a response between them; 1 means that all abilities compare.</param>
/// <param name="SolvedByAll">Items without a wrong answer.</param>
/// <param name="SolvedByNobody">Items without a right answer: too hard for these persons, or broken.</param>
/// <param name="AllRight">Persons without a wrong answer.</param>
/// <param name="AllWrong">Persons without a right answer: too weak for these items, or a failed run.</param>
public sealed record DesignSummary(
    int Persons,
    int Items,
    int Responses,
    int MissingByFailure,
    int Components,
    IReadOnlyList<string> SolvedByAll,
    IReadOnlyList<string> SolvedByNobody,
    IReadOnlyList<string> AllRight,
    IReadOnlyList<string> AllWrong
)
{
    /// <summary>Counts.</summary>
    /// <param name="data">The responses.</param>
    public static DesignSummary Of(ResponseMatrix data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (personRight, personWrong) = (new bool[data.Persons.Count], new bool[data.Persons.Count]);
        var (itemRight, itemWrong) = (new bool[data.Items.Count], new bool[data.Items.Count]);
        var read = new FitAnswers(data);
        for (var p = 0; p < personRight.Length; p++)
        {
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                var (right, trials) = read[k];
                var item = data.ItemOf[k];
                personRight[p] |= right > 0;
                itemRight[item] |= right > 0;
                personWrong[p] |= right < trials;
                itemWrong[item] |= right < trials;
            }
        }

        _ = DesignGraph.Components(data, out var components);
        return new DesignSummary(
            data.Persons.Count,
            data.Items.Count,
            data.Count,
            data.MissingByFailure.Count,
            components,
            Where(data.Items, itemWrong),
            Where(data.Items, itemRight),
            Where(data.Persons, personWrong),
            Where(data.Persons, personRight)
        );
    }

    private static string[] Where(IReadOnlyList<string> names, bool[] hasNot) => [.. names.Where((_, k) => !hasNot[k])];
}
