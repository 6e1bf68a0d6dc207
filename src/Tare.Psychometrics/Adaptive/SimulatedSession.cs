using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>An adaptive test of a simulated person, and the same answers given in random order.</summary>
internal sealed class SimulatedSession
{
    private readonly AdaptiveTest _test;
    private readonly AdaptiveSession _session;
    private readonly bool[] _right;
    private RandomSource _random;
    private double _ability;

    internal SimulatedSession(AdaptiveTest test)
    {
        _test = test;
        _session = new AdaptiveSession(test);
        _right = new bool[test.Bank.Items.Count];
        _random = RandomSource.For(test.Options.Seed, 0);
    }

    /// <summary>Runs the adaptive test of a person drawn from the population.</summary>
    internal SimulatedOutcome FromPopulation(string stream, int replicate)
    {
        _random = RandomSource.For(stream, replicate);
        return Run(_test.Options.PopulationMean + (_test.Options.PopulationDeviation * _random.NextNormal()));
    }

    /// <summary>Runs the adaptive test of a person of known ability.</summary>
    internal SimulatedOutcome At(double ability, string stream, int replicate)
    {
        _random = RandomSource.For(stream, replicate);
        return Run(ability);
    }

    /// <summary>The items that the last adaptive test selected, given or not.</summary>
    internal int[] Selected() => [.. _session.Selected.Distinct()];

    /// <summary>Runs the last person again in random order; the answer to an item stays what it was.</summary>
    internal SimulatedOutcome Again() => Run(random => _session.ChooseAny(random));

    private SimulatedOutcome Run(double ability)
    {
        _ability = ability;
        for (var k = 0; k < _right.Length; k++)
        {
            _right[k] = _random.NextDouble() < _test.Bank.Items[k].Parameters.Probability(ability);
        }

        return Run(random => _session.Choose(_session.Ability ?? _test.Options.StartAbility, random));
    }

    private SimulatedOutcome Run(Func<RandomSource, int> choose)
    {
        _session.Begin();
        var items = new List<int>();
        AdaptiveStop stop;
        while ((stop = _session.Stop()) == AdaptiveStop.Continue)
        {
            var item = choose(_random);
            _session.Give(item);
            _session.Answer(item, _right[item] ? 1 : 0, 1);
            _session.Estimate();
            items.Add(item);
        }

        return new SimulatedOutcome(
            _ability,
            _session.Ability,
            stop == AdaptiveStop.TargetReached ? _session.StoppingBias() : 0,
            _session.Information,
            stop,
            [.. items]
        );
    }
}
