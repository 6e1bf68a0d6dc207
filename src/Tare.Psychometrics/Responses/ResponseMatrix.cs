namespace Tare.Psychometrics;

/// <summary>
/// Persons by items by facets, sparse: only what was observed is stored. A response is right or wrong, k of n, or a share. A pair without a
/// response is missing by design; <see cref="MissingByFailure"/> lists those that were asked for and failed. Immutable.
/// </summary>
public sealed class ResponseMatrix
{
    private readonly int[] _item;
    private readonly byte[]? _right;
    private readonly int[] _personStart;
    private int[]? _person;
    private double[]? _value;
    private int[]? _trials;
    private double[]? _frequency;
    private double[]? _importance;

    /// <summary>Takes the arrays over. Of value and right, one is given: right (0 or 1) where every response is right or wrong.</summary>
    internal ResponseMatrix(
        string[] persons,
        string[] items,
        int[] personStart,
        int[] item,
        double[]? value,
        byte[]? right,
        int[]? trials,
        double[]? frequency,
        double[]? importance,
        IReadOnlyList<Facet> facets,
        IReadOnlyList<MissingResponse> missing
    )
    {
        Persons = persons;
        Items = items;
        Facets = facets;
        MissingByFailure = missing;
        _personStart = personStart;
        _item = item;
        _value = value;
        _right = right;
        _trials = trials;
        _frequency = frequency;
        _importance = importance;
        HasTrials = trials is not null;
        HasFrequency = frequency is not null;
        HasImportance = importance is not null;
        IsContinuous = value is not null && AnyShare(value, trials);
    }

    /// <summary>Identifiers of the persons, ordered (ordinal).</summary>
    public IReadOnlyList<string> Persons { get; }

    /// <summary>Identifiers of the items, ordered (ordinal).</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Further sources of variance, in the order of their columns; often none.</summary>
    public IReadOnlyList<Facet> Facets { get; }

    /// <summary>Responses that were asked for and failed to come. No estimator uses them: they are counted, never scored as wrong.</summary>
    public IReadOnlyList<MissingResponse> MissingByFailure { get; }

    /// <summary>How many responses there are.</summary>
    public int Count => _item.Length;

    /// <summary>Index into <see cref="Persons"/> of each response. Responses are ordered by person, then item, then facet levels.</summary>
    public ReadOnlySpan<int> PersonOf => _person ?? MakePersonOf();

    /// <summary>Index into <see cref="Items"/> of each response.</summary>
    public ReadOnlySpan<int> ItemOf => _item;

    /// <summary>Share of full credit of each response, in [0, 1]; with n trials, k / n.</summary>
    public ReadOnlySpan<double> Value => _value ?? MakeValue();

    /// <summary>Number of independent trials behind each value, positive; mostly 1.</summary>
    public ReadOnlySpan<int> Trials => Filled(ref _trials, Count, 1);

    /// <summary>Weight of each response in the objective, positive: how much it matters, not how often it was seen.</summary>
    public ReadOnlySpan<double> Importance => Filled(ref _importance, Count, 1.0);

    /// <summary>For each <em>person</em>, how many persons with the same responses it stands for, positive.</summary>
    public ReadOnlySpan<double> PersonFrequency => Filled(ref _frequency, Persons.Count, 1.0);

    /// <summary>Where each person's responses begin, and the count of all at the end: person p has responses PersonStart[p] ... PersonStart[p + 1] - 1.</summary>
    public ReadOnlySpan<int> PersonStart => _personStart;

    /// <summary>Whether some response has more than one trial.</summary>
    public bool HasTrials { get; }

    /// <summary>Whether frequencies were given.</summary>
    public bool HasFrequency { get; }

    /// <summary>Whether some response has an importance other than 1: the objective is then a quasi-likelihood.</summary>
    public bool HasImportance { get; }

    /// <summary>Whether some response is a share that is no k of n: the objective is then a quasi-likelihood.</summary>
    public bool IsContinuous { get; }

    /// <summary>1 for each right response and 0 for each wrong one, where every response is one of the two; else empty.</summary>
    internal ReadOnlySpan<byte> Right => _right;

    /// <summary>Builds the matrix from a complete table of right (1) and wrong (0) responses; a negative entry is missing by design.</summary>
    /// <remarks>Persons and items without any response are left out, as in every matrix.</remarks>
    /// <param name="persons">Identifiers of the rows, ordered (ordinal) and distinct.</param>
    /// <param name="items">Identifiers of the columns, ordered (ordinal) and distinct.</param>
    /// <param name="responses">The table, row by row.</param>
    /// <exception cref="ArgumentException">The names are not ordered, the size is not theirs, or an entry exceeds 1.</exception>
    public static ResponseMatrix FromTable(IReadOnlyList<string> persons, IReadOnlyList<string> items, ReadOnlySpan<sbyte> responses)
    {
        ArgumentNullException.ThrowIfNull(persons);
        ArgumentNullException.ThrowIfNull(items);
        RequireOrdered(persons, nameof(persons));
        RequireOrdered(items, nameof(items));
        if (responses.Length != (long)persons.Count * items.Count)
        {
            throw new ArgumentException(
                $"{responses.Length} entries; expected {persons.Count} persons times {items.Count} items.",
                nameof(responses)
            );
        }

        return DenseTable.Of([.. persons], [.. items], responses);
    }

    /// <summary>Builds the matrix; the order of the responses does not matter.</summary>
    /// <param name="responses">The responses, at most one for each pair of person and item unless they state their trials.</param>
    /// <exception cref="ArgumentException">A value is not in [0, 1], a weight is not positive and finite, or a pair occurs twice.</exception>
    public static ResponseMatrix From(IEnumerable<Response> responses) => From(responses, []);

    /// <summary>Builds the matrix with facets; the order of the responses does not matter.</summary>
    /// <param name="responses">The responses, at most one for each person, item and facet level unless they state their trials.</param>
    /// <param name="facetNames">Names of the facets, distinct; each response gives its levels in this order.</param>
    /// <exception cref="ArgumentException">A value, a number of trials, a weight or a level is out of place, or a cell occurs twice.</exception>
    public static ResponseMatrix From(IEnumerable<Response> responses, IReadOnlyList<string> facetNames)
    {
        ArgumentNullException.ThrowIfNull(responses);
        ArgumentNullException.ThrowIfNull(facetNames);
        var columns = new ResponseColumns(facetNames);
        foreach (var response in responses)
        {
            Check(response, facetNames);
            var person = columns.PersonIndex(response.Person);
            if (response.Frequency is { } frequency && !columns.TryFrequency(person, frequency))
            {
                throw new ArgumentException(
                    $"Person '{response.Person}' has frequency {frequency} and another one; expected one for all responses of a person. "
                        + "Use Trials for a response that was seen several times.",
                    nameof(responses)
                );
            }

            columns.Add(person, columns.ItemIndex(response.Item), response.Value, response.Trials ?? 0, response.Importance);
            for (var f = 0; f < facetNames.Count; f++)
            {
                columns.AddLevel(f, response.Levels![f]);
            }
        }

        return columns.Build(source: null);
    }

    /// <summary>The same responses of some persons, each standing for itself several times; facets are left out.</summary>
    /// <param name="times">How often each person; 0 leaves it out.</param>
    internal ResponseMatrix WithPersons(ReadOnlySpan<int> times)
    {
        var (persons, count) = (0, 0);
        for (var p = 0; p < times.Length; p++)
        {
            persons += times[p] > 0 ? 1 : 0;
            count += times[p] > 0 ? _personStart[p + 1] - _personStart[p] : 0;
        }

        var (names, start, frequency) = (new string[persons], new int[persons + 1], new double[persons]);
        var item = new int[count];
        var value = _right is null ? new double[count] : null;
        var right = _right is null ? null : new byte[count];
        var trials = HasTrials ? new int[count] : null;
        var importance = HasImportance ? new double[count] : null;
        var next = 0;
        for (var p = 0; p < times.Length; p++)
        {
            if (times[p] == 0)
            {
                continue;
            }

            var (first, length) = (_personStart[p], _personStart[p + 1] - _personStart[p]);
            names[next] = Persons[p];
            frequency[next] = times[p] * (HasFrequency ? _frequency![p] : 1);
            Array.Copy(_item, first, item, start[next], length);
            Copy(_value, first, value, start[next], length);
            Copy(_right, first, right, start[next], length);
            Copy(_trials, first, trials, start[next], length);
            Copy(_importance, first, importance, start[next], length);
            start[next + 1] = start[next] + length;
            next++;
        }

        return new ResponseMatrix(names, [.. Items], start, item, value, right, trials, frequency, importance, [], []);
    }

    private static void Copy<T>(T[]? from, int first, T[]? to, int at, int length)
    {
        if (to is not null)
        {
            Array.Copy(from!, first, to, at, length);
        }
    }

    /// <summary>The same responses with the persons' groups as further facets.</summary>
    /// <param name="groups">Groups of every person; persons who have no responses are not used.</param>
    /// <exception cref="ArgumentException">A person has no group, or a column is there already.</exception>
    public ResponseMatrix WithGroups(PersonGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var without = Persons.Where(p => !groups.Levels.ContainsKey(p)).ToArray();
        if (without.Length > 0)
        {
            throw new ArgumentException(
                $"{without.Length} of {Persons.Count} persons have no group: {NameList.Of(without, 4)}. Give every person a row."
            );
        }

        if (groups.Columns.FirstOrDefault(c => c is "person" or "item" || Facets.Any(f => f.Name == c)) is { } taken)
        {
            throw new ArgumentException($"The responses have a column '{taken}' already. Rename that of the groups.");
        }

        return new ResponseMatrix(
            [.. Persons],
            [.. Items],
            _personStart,
            _item,
            _right is null ? _value : null,
            _right,
            HasTrials ? _trials : null,
            HasFrequency ? _frequency : null,
            HasImportance ? _importance : null,
            [.. Facets, .. groups.Columns.Select((name, c) => GroupFacet(name, p => groups.Levels[Persons[p]][c]))],
            MissingByFailure
        );
    }

    private Facet GroupFacet(string name, Func<int, string> levelOf)
    {
        string[] levels =
        [
            .. Enumerable.Range(0, Persons.Count).Select(levelOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var index = new int[Count];
        for (var p = 0; p < Persons.Count; p++)
        {
            index.AsSpan(_personStart[p].._personStart[p + 1]).Fill(Array.BinarySearch(levels, levelOf(p), StringComparer.Ordinal));
        }

        return new Facet(name, levels, index);
    }

    private static void Check(Response r, IReadOnlyList<string> facetNames)
    {
        if (!(r.Value >= 0 && r.Value <= 1))
        {
            throw new ArgumentException($"{Place(r)}: value {r.Value}; expected a share in [0, 1]. Rescale or leave out the response.");
        }

        if (r.Trials is { } trials && (trials < 1 || (trials > 1 && !IsWhole(r.Value * trials))))
        {
            throw new ArgumentException($"{Place(r)}: value {r.Value} of {trials} trials; expected k / n with whole k and positive n.");
        }

        CheckWeight(r, "weight", r.Importance);
        CheckWeight(r, "frequency", r.Frequency ?? 1);

        if ((r.Levels?.Count ?? 0) != facetNames.Count)
        {
            throw new ArgumentException(
                $"{Place(r)}: {r.Levels?.Count ?? 0} facet levels; expected {facetNames.Count}, one for each named facet. Name the facets in the call."
            );
        }
    }

    private static string Place(Response r) => $"Person '{r.Person}', item '{r.Item}'";

    private static void CheckWeight(Response r, string name, double weight)
    {
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentException(
                $"{Place(r)}: {name} {weight}; expected a positive finite number. Leave the response out to give it no weight."
            );
        }
    }

    private static void RequireOrdered(IReadOnlyList<string> names, string parameter)
    {
        for (var k = 1; k < names.Count; k++)
        {
            if (string.CompareOrdinal(names[k - 1], names[k]) >= 0)
            {
                throw new ArgumentException($"'{names[k]}' follows '{names[k - 1]}'; expected distinct names in ordinal order.", parameter);
            }
        }
    }

    private static bool AnyShare(double[] value, int[]? trials)
    {
        for (var k = 0; k < value.Length; k++)
        {
            if (!IsWhole(value[k] * (trials is null ? 1 : trials[k])))
            {
                return true;
            }
        }

        return false;
    }

    private int[] MakePersonOf()
    {
        var person = new int[Count];
        for (var p = 0; p < Persons.Count; p++)
        {
            person.AsSpan(_personStart[p].._personStart[p + 1]).Fill(p);
        }

        return _person = person;
    }

    private double[] MakeValue()
    {
        var value = new double[Count];
        for (var k = 0; k < value.Length; k++)
        {
            value[k] = _right![k];
        }

        return _value = value;
    }

    /// <summary>k / n times n is k up to rounding; 10^-9 is far above that and far below a share anybody would write.</summary>
    private static bool IsWhole(double successes) => Math.Abs(successes - Math.Round(successes)) <= 1e-9 * Math.Max(1, successes);

    /// <summary>Makes the column of equal entries when somebody asks for it. Two threads may both make it; they make the same.</summary>
    private static T[] Filled<T>(ref T[]? column, int count, T value)
    {
        if (column is null)
        {
            var made = new T[count];
            Array.Fill(made, value);
            column = made;
        }

        return column;
    }
}
