namespace Tare.Psychometrics;

/// <summary>Persons by items, sparse: only what was observed is stored. Immutable.</summary>
public sealed class ResponseMatrix
{
    private readonly int[] _person;
    private readonly int[] _item;
    private readonly double[] _value;
    private readonly double[] _importance;

    private ResponseMatrix(string[] persons, string[] items, int[] person, int[] item, double[] value, double[] importance)
    {
        Persons = persons;
        Items = items;
        _person = person;
        _item = item;
        _value = value;
        _importance = importance;
    }

    /// <summary>Identifiers of the persons, ordered (ordinal).</summary>
    public IReadOnlyList<string> Persons { get; }

    /// <summary>Identifiers of the items, ordered (ordinal).</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>How many responses there are.</summary>
    public int Count => _value.Length;

    /// <summary>Index into <see cref="Persons"/> of each response. Responses are ordered by person, then item.</summary>
    public ReadOnlySpan<int> PersonOf => _person;

    /// <summary>Index into <see cref="Items"/> of each response.</summary>
    public ReadOnlySpan<int> ItemOf => _item;

    /// <summary>Share of full credit of each response, in [0, 1].</summary>
    public ReadOnlySpan<double> Value => _value;

    /// <summary>Weight of each response in the objective, positive.</summary>
    public ReadOnlySpan<double> Importance => _importance;

    /// <summary>Builds the matrix; the order of the responses does not matter.</summary>
    /// <param name="responses">The responses, at most one for each pair of person and item.</param>
    /// <exception cref="ArgumentException">A value is not in [0, 1], a weight is not positive and finite, or a pair occurs twice.</exception>
    public static ResponseMatrix From(IEnumerable<Response> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var ordered = responses.OrderBy(r => r.Person, StringComparer.Ordinal).ThenBy(r => r.Item, StringComparer.Ordinal).ToArray();
        for (var k = 0; k < ordered.Length; k++)
        {
            Check(ordered[k]);
            if (k > 0 && ordered[k].Person == ordered[k - 1].Person && ordered[k].Item == ordered[k - 1].Item)
            {
                throw new ArgumentException(
                    $"Person '{ordered[k].Person}' has two responses to item '{ordered[k].Item}'; expected one. Aggregate them before calibrating.",
                    nameof(responses)
                );
            }
        }

        var persons = ordered.Select(r => r.Person).Distinct(StringComparer.Ordinal).ToArray();
        var items = ordered.Select(r => r.Item).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return new ResponseMatrix(
            persons,
            items,
            IndexOf(persons, ordered, r => r.Person),
            IndexOf(items, ordered, r => r.Item),
            [.. ordered.Select(r => r.Value)],
            [.. ordered.Select(r => r.Importance)]
        );
    }

    private static int[] IndexOf(string[] keys, Response[] responses, Func<Response, string> key)
    {
        var position = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
        for (var k = 0; k < keys.Length; k++)
        {
            position[keys[k]] = k;
        }

        return [.. responses.Select(r => position[key(r)])];
    }

    private static void Check(Response r)
    {
        if (!(r.Value >= 0 && r.Value <= 1))
        {
            throw new ArgumentException(
                $"Person '{r.Person}', item '{r.Item}': value {r.Value}; expected a share in [0, 1]. Rescale or leave out the response."
            );
        }

        if (!(r.Importance > 0 && double.IsFinite(r.Importance)))
        {
            throw new ArgumentException(
                $"Person '{r.Person}', item '{r.Item}': weight {r.Importance}; expected a positive finite number. Leave the response out to give it no weight."
            );
        }
    }
}
