using System.Globalization;
using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Persons, items and effects of known size, and responses drawn from them.</summary>
/// <remarks>
/// logit P = a (θ + facet terms) + d, guessing on top; see docs/methods/simulating-responses.md. Every person has streams of their own, so no
/// response depends on how many persons there are or on which thread draws it.
/// </remarks>
public sealed class SimulatedTruth
{
    private readonly TruthOptions _options;
    private readonly double[] _main;
    private readonly double[][] _itemEffect;

    private SimulatedTruth(TruthOptions options)
    {
        _options = options;
        Items = options.Bank?.Items ?? DrawItems(options);
        var width = Digits(options.Persons);
        PersonIds = [.. Enumerable.Range(1, options.Persons).Select(k => Name("p", k, width))];
        Abilities =
        [
            .. Enumerable
                .Range(0, options.Persons)
                .Select(k => options.AbilityMean + (options.AbilityDeviation * Stream("ability", k).NextNormal())),
        ];
        var levels = options.Facet?.Levels ?? 0;
        Levels = [.. Enumerable.Range(1, levels).Select(k => Name(options.Facet!.Name + "-", k, Digits(levels)))];
        _main = Effects("main", 0, levels, options.Facet?.MainDeviation);
        _itemEffect = [.. Enumerable.Range(0, Items.Count).Select(k => Effects("item", k, levels, options.Facet?.ItemDeviation))];
    }

    /// <summary>Identifiers of the persons, ordered.</summary>
    public IReadOnlyList<string> PersonIds { get; }

    /// <summary>True abilities, logits, in the order of <see cref="PersonIds"/>.</summary>
    public IReadOnlyList<double> Abilities { get; }

    /// <summary>The items with their true parameters, ordered.</summary>
    public IReadOnlyList<BankItem> Items { get; }

    /// <summary>Levels of the facet; none where there is no facet.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Draws a truth.</summary>
    /// <param name="options">What it is.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static SimulatedTruth Of(TruthOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TruthChecks.Check(options);
        return new SimulatedTruth(options);
    }

    /// <summary>The responses of one person, by item and level.</summary>
    /// <param name="person">Place of the person in <see cref="PersonIds"/>.</param>
    public IEnumerable<SimulatedResponse> ResponsesOf(int person)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(person);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(person, Abilities.Count);
        return Draw(person);
    }

    /// <summary>
    /// Every true value: abilities, item parameters, components and the effects behind them, person x item alone left out, which has as many
    /// values as there are responses.
    /// </summary>
    public IEnumerable<SimulatedValue> Values()
    {
        for (var p = 0; p < PersonIds.Count; p++)
        {
            yield return new("person", PersonIds[p], "ability", Abilities[p]);
        }

        foreach (var (id, parameters, _) in Items)
        {
            yield return new("item", id, "difficulty", (-parameters.Intercept / parameters.Discrimination) + 0.0);
            yield return new("item", id, "discrimination", parameters.Discrimination);
            yield return new("item", id, "guessing", parameters.Guessing);
        }

        if (_options.Facet is { } facet)
        {
            foreach (var value in FacetValues(facet))
            {
                yield return value;
            }
        }
    }

    private IEnumerable<SimulatedValue> FacetValues(SimulatedFacet facet)
    {
        yield return new("component", facet.Name, "sd", facet.MainDeviation);
        yield return new("component", $"person x {facet.Name}", "sd", facet.PersonDeviation);
        yield return new("component", $"item x {facet.Name}", "sd", facet.ItemDeviation);
        yield return new("component", "person x item", "sd", facet.PersonItemDeviation);
        for (var l = 0; l < Levels.Count; l++)
        {
            yield return new(facet.Name, Levels[l], "effect", _main[l]);
        }

        for (var p = 0; p < PersonIds.Count; p++)
        {
            var own = PersonEffects(p);
            for (var l = 0; l < Levels.Count; l++)
            {
                yield return new($"person x {facet.Name}", $"{PersonIds[p]} x {Levels[l]}", "effect", own[l]);
            }
        }

        for (var i = 0; i < Items.Count; i++)
        {
            for (var l = 0; l < Levels.Count; l++)
            {
                yield return new($"item x {facet.Name}", $"{Items[i].Id} x {Levels[l]}", "effect", _itemEffect[i][l]);
            }
        }
    }

    private IEnumerable<SimulatedResponse> Draw(int person)
    {
        var levels = Math.Max(1, Levels.Count);
        var (answers, failures) = (Stream("response", person), Stream("failure", person));
        var own = PersonEffects(person);
        var withItem = Effects("person-item", person, Items.Count, _options.Facet?.PersonItemDeviation);
        var asked = Enumerable.Range(0, levels).Select(l => Asked((person * levels) + l)).ToArray();
        for (var i = 0; i < Items.Count; i++)
        {
            for (var l = 0; l < levels; l++)
            {
                if (!asked[l][i])
                {
                    continue;
                }

                var terms = Levels.Count == 0 ? 0 : _main[l] + own[l] + _itemEffect[i][l] + withItem[i];
                var probability = Items[i].Parameters.Probability(Abilities[person] + terms);
                var right = 0;
                for (var t = 0; t < _options.Trials; t++)
                {
                    right += answers.NextDouble() < probability ? 1 : 0;
                }

                yield return new SimulatedResponse(i, l, failures.NextDouble() < _options.FailureShare ? null : right);
            }
        }
    }

    /// <summary>Which items are asked: as many for everybody, drawn without replacement (Fisher and Yates).</summary>
    private bool[] Asked(int replicate)
    {
        var asked = new bool[Items.Count];
        var left = Math.Max(1, (int)Math.Round(Items.Count * (1 - _options.MissingShare), MidpointRounding.AwayFromZero));
        if (left == Items.Count)
        {
            Array.Fill(asked, value: true);
            return asked;
        }

        var random = Stream("design", replicate);
        for (var i = 0; i < Items.Count; i++)
        {
            if (random.NextInt(Items.Count - i) < left)
            {
                asked[i] = true;
                left--;
            }
        }

        return asked;
    }

    private double[] PersonEffects(int person) => Effects("person", person, Levels.Count, _options.Facet?.PersonDeviation);

    private double[] Effects(string term, int replicate, int count, double? deviation)
    {
        if (deviation is not { } sd || count == 0)
        {
            return [];
        }

        var random = Stream($"effect-{term}", replicate);
        return [.. Enumerable.Range(0, count).Select(_ => sd * random.NextNormal())];
    }

    private RandomSource Stream(string what, int replicate) => RandomSource.For($"{_options.Seed}/simulate/{what}", replicate);

    private static BankItem[] DrawItems(TruthOptions options)
    {
        var width = Digits(options.Items);
        var random = RandomSource.For($"{options.Seed}/simulate/items", 0);
        var hasSlopes = options.Model is ResponseModel.TwoParameter or ResponseModel.ThreeParameter;
        var guessing = options.Model == ResponseModel.ThreeParameter ? options.Guessing : 0;
        return
        [
            .. Enumerable
                .Range(1, options.Items)
                .Select(k =>
                {
                    var difficulty = options.DifficultyDeviation * random.NextNormal();
                    var slope = Math.Exp(options.LogDiscriminationDeviation * random.NextNormal());
                    return new BankItem(Name("i", k, width), ItemParameters.At(hasSlopes ? slope : 1, difficulty, guessing));
                }),
        ];
    }

    private static int Digits(int count) => count.ToString(CultureInfo.InvariantCulture).Length;

    private static string Name(string prefix, int number, int width) =>
        prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
}
