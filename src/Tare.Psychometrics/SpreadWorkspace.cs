using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>One thread's arrays for the one-parameter fit with spread: parameters, objective, gradient and Hessian.</summary>
/// <remarks>
/// With x = θ - b and P(x) = Σ_k ω_k sigmoid(x + σ z_k) a response adds -w (y ln P + (1 - y) ln Q), Q = 1 - P summed on its own so that
/// neither tail cancels. Its first derivative by x is w ((1 - y) P'/Q - y P'/P), its second w (y ((P'/P)² - P''/P) + (1 - y) (P''/Q + (P'/Q)²));
/// ln P is concave, so the objective is convex. All sigmoids of a row come from one exponential: sigmoid(x + σ z) = 1 / (1 + e^-x e^-σz).
/// </remarks>
internal sealed class SpreadWorkspace
{
    private const int Lanes = 4;

    /// <summary>A start further out than this has no curvature to step by.</summary>
    private const double FarthestStart = 15;

    private readonly SpreadProblem _problem;
    private readonly int[] _start;
    private readonly int[] _item;
    private readonly double[] _value;
    private readonly double[] _weight;
    private readonly double[] _distance;
    private readonly double[] _first;
    private readonly double[] _second;
    private int _rows;

    internal SpreadWorkspace(SpreadProblem problem)
    {
        _problem = problem;
        var persons = problem.Data.Persons.Count;
        var items = problem.Data.Items.Count;
        var capacity = problem.Data.Count + Lanes;
        _start = new int[persons + 1];
        _item = new int[capacity];
        _value = new double[capacity];
        _weight = new double[capacity];
        _distance = new double[capacity];
        _first = new double[capacity];
        _second = new double[capacity];
        Design = new SpreadDesign(problem.Data);
        Multiplicity = new double[problem.Data.Count];
        System = new ArrowSystem(persons, items, 1, problem.Data.Count);
        Ability = new double[persons];
        Difficulty = new double[items];
        TrialAbility = new double[persons];
        TrialDifficulty = new double[items];
        AbilityGradient = new double[persons];
        DifficultyGradient = new double[items];
        AbilityStep = new double[persons];
        DifficultyStep = new double[items];
    }

    internal SpreadDesign Design { get; }

    internal ArrowSystem System { get; }

    /// <summary>Room for a bootstrap draw's counts.</summary>
    internal double[] Multiplicity { get; }

    internal double[] Ability { get; private set; }

    internal double[] Difficulty { get; private set; }

    internal double[] TrialAbility { get; private set; }

    internal double[] TrialDifficulty { get; private set; }

    internal double[] AbilityGradient { get; }

    internal double[] DifficultyGradient { get; }

    internal double[] AbilityStep { get; }

    internal double[] DifficultyStep { get; }

    /// <summary>Takes the responses that count, and the start.</summary>
    internal void Load(Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        var data = _problem.Data;
        Design.Load(multiplicity, values.IsEmpty ? data.Value : values);
        LoadResponses(multiplicity, values.IsEmpty ? data.Value : values);
        for (var k = 0; k < Ability.Length; k++)
        {
            Ability[k] = Start(start.Abilities[k], Design.State[k]);
            System.IsFixedLong[k] = Design.State[k] != NodeState.Estimated || _start[k] == _start[k + 1];
        }

        for (var k = 0; k < Difficulty.Length; k++)
        {
            var node = Ability.Length + k;
            Difficulty[k] = Start(start.Difficulties[k], Design.State[node]);
            System.IsFixedShort[k] = Design.State[node] != NodeState.Estimated || Design.IsOrigin[node];
        }
    }

    /// <summary>Makes the trial point the current one.</summary>
    internal void Accept()
    {
        (Ability, TrialAbility) = (TrialAbility, Ability);
        (Difficulty, TrialDifficulty) = (TrialDifficulty, Difficulty);
    }

    /// <summary>The objective at a point; keeps what <see cref="Assemble"/> needs.</summary>
    internal double Evaluate(double[] ability, double[] difficulty)
    {
        for (var person = 0; person < ability.Length; person++)
        {
            for (var k = _start[person]; k < _start[person + 1]; k++)
            {
                _distance[k] = ability[person] - difficulty[_item[k]];
            }
        }

        return ResponseTerms();
    }

    /// <summary>Gradient and Hessian at the point of the last <see cref="Evaluate"/>, which must be the current one.</summary>
    internal void Assemble()
    {
        var longDiagonal = System.LongDiagonal;
        var shortDiagonal = System.ShortBlocks;
        var couplings = System.Couplings;
        DifficultyGradient.AsSpan().Clear();
        shortDiagonal.Clear();
        for (var person = 0; person < Ability.Length; person++)
        {
            var gradient = 0.0;
            var diagonal = 0.0;
            for (var k = _start[person]; k < _start[person + 1]; k++)
            {
                gradient += _first[k];
                diagonal += _second[k];
                DifficultyGradient[_item[k]] -= _first[k];
                shortDiagonal[_item[k]] += _second[k];
                couplings[k] = -_second[k];
            }

            AbilityGradient[person] = gradient;
            longDiagonal[person] = diagonal;
        }
    }

    private static double Start(double value, NodeState state) =>
        state == NodeState.Estimated ? Math.Clamp(value, -FarthestStart, FarthestStart) : value;

    private void LoadResponses(ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        var data = _problem.Data;
        var rows = 0;
        var person = 0;
        for (var k = 0; k < data.Count; k++)
        {
            if (!Design.Counts(k))
            {
                continue;
            }

            for (; person < data.PersonOf[k]; person++)
            {
                _start[person + 1] = rows;
            }

            _item[rows] = data.ItemOf[k];
            _value[rows] = values[k];
            _weight[rows] = (multiplicity.IsEmpty ? 1 : multiplicity[k]) * data.Importance[k];
            rows++;
        }

        for (; person < data.Persons.Count; person++)
        {
            _start[person + 1] = rows;
        }

        _rows = rows;
        _weight.AsSpan(rows, Lanes).Clear();
        _value.AsSpan(rows, Lanes).Clear();
        _distance.AsSpan(rows, Lanes).Clear();
        System.SetPattern(_start, _item.AsSpan(0, rows));
    }

    /// <summary>The objective; first and second derivatives by x are stored for each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double ResponseTerms()
    {
        unchecked
        {
            ref var first = ref MemoryMarshal.GetArrayDataReference(_first);
            ref var second = ref MemoryMarshal.GetArrayDataReference(_second);
            var odds = _problem.NodeOdds;
            var nodeWeights = _problem.NodeWeights;
            var one = Vector256<double>.One;
            var total = Vector256<double>.Zero;
            for (nuint k = 0; k < (nuint)_rows; k += Lanes)
            {
                var rowOdds = Vector256.Exp(-Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_distance), k));
                var p = Vector256<double>.Zero;
                var q = Vector256<double>.Zero;
                var slope = Vector256<double>.Zero;
                var bend = Vector256<double>.Zero;
                for (var node = 0; node < odds.Length; node++)
                {
                    var against = rowOdds * odds[node];
                    var s = one / (one + against);
                    var complement = against * s;
                    var derivative = s * complement;
                    var weight = Vector256.Create(nodeWeights[node]);
                    p = Vector256.FusedMultiplyAdd(weight, s, p);
                    q = Vector256.FusedMultiplyAdd(weight, complement, q);
                    slope = Vector256.FusedMultiplyAdd(weight, derivative, slope);
                    bend = Vector256.FusedMultiplyAdd(weight, derivative * (complement - s), bend);
                }

                var y = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_value), k);
                var w = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_weight), k);
                var yes = w * y;
                var no = w - yes;
                var up = slope / p;
                var down = slope / q;
                total -= (yes * Vector256.Log(p)) + (no * Vector256.Log(q));
                ((no * down) - (yes * up)).StoreUnsafe(ref first, k);
                ((yes * ((up * up) - (bend / p))) + (no * ((bend / q) + (down * down)))).StoreUnsafe(ref second, k);
            }

            return Vector256.Sum(total);
        }
    }
}
