using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>One thread's arrays for the two-parameter fit: parameters, objective, gradient and Hessian.</summary>
/// <remarks>
/// With t = θ - b, s = sigmoid(a t) and r = s - y the objective is ½ Σ w r² + ½ (λ/P) Σ p². Its derivative by a t is g = w r s', its second
/// derivative h = w s'² + g (1 - 2s); Gauss-Newton drops the second term of h and the term g in the mixed derivatives.
/// Difficulty and discrimination of item i stand at 2i and 2i + 1.
/// </remarks>
internal sealed class TwoParameterWorkspace
{
    private const int Lanes = 4;
    private readonly TwoParameterProblem _problem;
    private readonly int[] _start;
    private readonly int[] _item;
    private readonly double[] _value;
    private readonly double[] _weight;
    private readonly double[] _distance;
    private readonly double[] _slope;
    private readonly double[] _first;
    private readonly double[] _curvature;
    private readonly double[] _gaussNewton;
    private int _rows;

    internal TwoParameterWorkspace(TwoParameterProblem problem)
    {
        _problem = problem;
        var persons = problem.Data.Persons.Count;
        var items = problem.Data.Items.Count;

        // Rows are padded to whole vectors with weight 0.
        var capacity = problem.Data.Count + Lanes;
        _start = new int[persons + 1];
        _item = new int[capacity];
        _value = new double[capacity];
        _weight = new double[capacity];
        _distance = new double[capacity];
        _slope = new double[capacity];
        _first = new double[capacity];
        _curvature = new double[capacity];
        _gaussNewton = new double[capacity];
        Multiplicity = new double[problem.Data.Count];
        System = new ArrowSystem(persons, items, 2, problem.Data.Count);
        Ability = new double[persons];
        Item = new double[2 * items];
        TrialAbility = new double[persons];
        TrialItem = new double[2 * items];
        AbilityGradient = new double[persons];
        ItemGradient = new double[2 * items];
        AbilityStep = new double[persons];
        ItemStep = new double[2 * items];
    }

    internal ArrowSystem System { get; }

    /// <summary>Room for a bootstrap draw's counts.</summary>
    internal double[] Multiplicity { get; }

    internal double[] Ability { get; private set; }

    internal double[] Item { get; private set; }

    internal double[] TrialAbility { get; private set; }

    internal double[] TrialItem { get; private set; }

    internal double[] AbilityGradient { get; }

    internal double[] ItemGradient { get; }

    internal double[] AbilityStep { get; }

    internal double[] ItemStep { get; }

    /// <summary>Takes the responses that count, and the start, put inside the bounds.</summary>
    internal void Load(Calibration start, ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        LoadResponses(multiplicity, values);
        var options = _problem.Options;
        for (var k = 0; k < Ability.Length; k++)
        {
            Ability[k] = Math.Clamp(start.Abilities[k], -options.LocationBound, options.LocationBound);
        }

        for (var k = 0; k < Item.Length / 2; k++)
        {
            Item[2 * k] = Math.Clamp(start.Difficulties[k], -options.LocationBound, options.LocationBound);
            var slope = Math.Clamp(start.Discriminations[k], options.DiscriminationMin, options.DiscriminationMax);
            Item[(2 * k) + 1] = k == _problem.Pinned ? 1 : slope;
        }
    }

    /// <summary>Makes the trial point the current one.</summary>
    internal void Accept()
    {
        (Ability, TrialAbility) = (TrialAbility, Ability);
        (Item, TrialItem) = (TrialItem, Item);
    }

    /// <summary>The objective at a point; keeps what <see cref="Assemble"/> needs.</summary>
    internal double Evaluate(double[] ability, double[] item)
    {
        Gather(ability, item);
        var squares = ResponseTerms();
        var ridge = SumOfSquares(ability) + SumOfSquares(item) - (_problem.Pinned < 0 ? 0 : 1);
        return (0.5 * squares) + (0.5 * _problem.RidgePerParameter * ridge);
    }

    /// <summary>Gradient and Hessian at the point of the last <see cref="Evaluate"/>, which must be the current one.</summary>
    internal void Assemble(HessianKind kind)
    {
        var isExact = kind == HessianKind.Exact;
        var h = isExact ? _curvature : _gaussNewton;
        var ridge = _problem.RidgePerParameter;
        var longDiagonal = System.LongDiagonal;
        var blocks = System.ShortBlocks;
        var couplings = System.Couplings;
        var itemGradient = ItemGradient.AsSpan();
        var pinned = (2 * _problem.Pinned) + 1;
        for (var k = 0; k < itemGradient.Length; k++)
        {
            itemGradient[k] = k == pinned ? 0 : ridge * Item[k];
        }

        blocks.Clear();
        for (var k = 0; k < blocks.Length; k += 3)
        {
            blocks[k] = ridge;
            blocks[k + 2] = ridge;
        }

        for (var person = 0; person < Ability.Length; person++)
        {
            var gradient = ridge * Ability[person];
            var diagonal = ridge;
            for (var k = _start[person]; k < _start[person + 1]; k++)
            {
                var i = _item[k];
                var a = _slope[k];
                var t = _distance[k];
                var ga = _first[k] * a;
                var haa = h[k] * a * a;
                var hat = (h[k] * a * t) + (isExact ? _first[k] : 0);
                gradient += ga;
                diagonal += haa;
                itemGradient[2 * i] -= ga;
                itemGradient[(2 * i) + 1] += _first[k] * t;
                blocks[3 * i] += haa;
                blocks[(3 * i) + 1] -= hat;
                blocks[(3 * i) + 2] += h[k] * t * t;
                couplings[2 * k] = -haa;
                couplings[(2 * k) + 1] = hat;
            }

            AbilityGradient[person] = gradient;
            longDiagonal[person] = diagonal;
        }

        if (_problem.Pinned >= 0)
        {
            itemGradient[pinned] = 0;
        }
    }

    private void LoadResponses(ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        var data = _problem.Data;
        var rows = 0;
        var person = 0;
        for (var k = 0; k < data.Count; k++)
        {
            var times = multiplicity.IsEmpty ? 1 : multiplicity[k];
            if (times == 0)
            {
                continue;
            }

            for (; person < data.PersonOf[k]; person++)
            {
                _start[person + 1] = rows;
            }

            _item[rows] = data.ItemOf[k];
            _value[rows] = _problem.Clip(values.IsEmpty ? data.Value[k] : values[k]);
            _weight[rows] = times * data.Importance[k];
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
        _slope.AsSpan(rows, Lanes).Clear();
        System.SetPattern(_start, _item.AsSpan(0, rows));
    }

    private void Gather(double[] ability, double[] item)
    {
        for (var person = 0; person < ability.Length; person++)
        {
            var theta = ability[person];
            for (var k = _start[person]; k < _start[person + 1]; k++)
            {
                var at = 2 * _item[k];
                _distance[k] = theta - item[at];
                _slope[k] = item[at + 1];
            }
        }
    }

    /// <summary>Residuals' weighted sum of squares; first and second derivatives by the logit are stored for each row.</summary>
    private double ResponseTerms()
    {
        ref var distance = ref MemoryMarshal.GetArrayDataReference(_distance);
        ref var slope = ref MemoryMarshal.GetArrayDataReference(_slope);
        ref var value = ref MemoryMarshal.GetArrayDataReference(_value);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weight);
        ref var first = ref MemoryMarshal.GetArrayDataReference(_first);
        ref var curvature = ref MemoryMarshal.GetArrayDataReference(_curvature);
        ref var gaussNewton = ref MemoryMarshal.GetArrayDataReference(_gaussNewton);
        var one = Vector256<double>.One;
        var sum = Vector256<double>.Zero;
        for (nuint k = 0; k < (nuint)_rows; k += Lanes)
        {
            var z = Vector256.LoadUnsafe(ref distance, k) * Vector256.LoadUnsafe(ref slope, k);
            var e = Vector256.Exp(-Vector256.Abs(z));
            var inverse = one / (one + e);
            var tail = e * inverse;
            var isNegative = Vector256.LessThan(z, Vector256<double>.Zero);
            var s = Vector256.ConditionalSelect(isNegative, tail, inverse);
            var complement = Vector256.ConditionalSelect(isNegative, inverse, tail);
            var derivative = inverse * tail;
            var residual = s - Vector256.LoadUnsafe(ref value, k);
            var weighted = Vector256.LoadUnsafe(ref weight, k) * residual;
            sum = Vector256.FusedMultiplyAdd(weighted, residual, sum);
            var g = weighted * derivative;
            var h = Vector256.LoadUnsafe(ref weight, k) * derivative * derivative;
            g.StoreUnsafe(ref first, k);
            h.StoreUnsafe(ref gaussNewton, k);
            Vector256.FusedMultiplyAdd(g, complement - s, h).StoreUnsafe(ref curvature, k);
        }

        return Vector256.Sum(sum);
    }

    private static double SumOfSquares(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }
}
