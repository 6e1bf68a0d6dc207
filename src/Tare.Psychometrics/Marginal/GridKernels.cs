using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tare.Psychometrics;

/// <summary>Loops over the points of a grid, four at a time. Lengths are multiples of <see cref="Lanes"/>.</summary>
internal static class GridKernels
{
    /// <summary>Numbers in a vector.</summary>
    internal const int Lanes = 4;

    private const double LogTwoHigh = 6.93147180369123816490e-01;
    private const double LogTwoLow = 1.90821492927058770002e-10;
    private const double InverseLogTwo = 1.44269504088896338700;

    // Adding this number moves the integer part of a small number into the low bits.
    private const double RoundingShift = 6755399441055744.0;

    /// <summary>e^x for x in [-708, 0]; smaller x give e^-708, which no sum here can tell from 0. Within 1 ULP of the true value.</summary>
    /// <remarks>x = n ln 2 + r with r in [-ln 2 / 2, ln 2 / 2], Taylor polynomial of degree 13 in r (remainder 4e-18), exponent set by bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> ExpOfNegative(Vector256<double> x)
    {
        x = Vector256.Max(x, Vector256.Create(-708.0));
        var shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(InverseLogTwo), Vector256.Create(RoundingShift));
        var n = shifted - Vector256.Create(RoundingShift);
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-LogTwoHigh), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-LogTwoLow), r);
        var p = Vector256.Create(1.0 / 6227020800);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 479001600));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 39916800));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 3628800));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 362880));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 40320));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 5040));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 720));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 120));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 24));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 6));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.5));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<double>.One);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<double>.One);
        unchecked
        {
            return (p.AsInt64() + (shifted.AsInt64() << 52)).AsDouble();
        }
    }

    /// <summary>Sums over the grid for one item: n P, n x P, n P Q, n x P Q, n x² P Q, with P the logistic of a x + d.</summary>
    internal static void LogisticSums(ReadOnlySpan<double> x, ReadOnlySpan<double> n, double a, double d, Span<double> sums)
    {
        var slope = Vector256.Create(a);
        var intercept = Vector256.Create(d);
        var s0 = Vector256<double>.Zero;
        var s1 = s0;
        var s2 = s0;
        var s3 = s0;
        var s4 = s0;
        ref var xs = ref MemoryMarshal.GetReference(x);
        ref var ns = ref MemoryMarshal.GetReference(n);
        for (nuint q = 0; q < (nuint)x.Length; q += Lanes)
        {
            var xq = Vector256.LoadUnsafe(ref xs, q);
            var nq = Vector256.LoadUnsafe(ref ns, q);
            var (p, pq) = Logistic(Vector256.FusedMultiplyAdd(slope, xq, intercept));
            var np = nq * p;
            var npq = nq * pq;
            var nxpq = npq * xq;
            s0 += np;
            s1 = Vector256.FusedMultiplyAdd(np, xq, s1);
            s2 += npq;
            s3 += nxpq;
            s4 = Vector256.FusedMultiplyAdd(nxpq, xq, s4);
        }

        sums[0] = Vector256.Sum(s0);
        sums[1] = Vector256.Sum(s1);
        sums[2] = Vector256.Sum(s2);
        sums[3] = Vector256.Sum(s3);
        sums[4] = Vector256.Sum(s4);
    }

    /// <summary>P = 1 / (1 + e^-z) and P (1 - P), both accurate in both tails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> P, Vector256<double> PQ) Logistic(Vector256<double> z)
    {
        var e = ExpOfNegative(-Vector256.Abs(z));
        var upper = Vector256<double>.One / (Vector256<double>.One + e);
        var lower = e * upper;
        return (Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(z, Vector256<double>.Zero), upper, lower), upper * lower);
    }

    /// <summary>P of one item at each point.</summary>
    internal static void Probabilities(ReadOnlySpan<double> x, double a, double d, Span<double> p)
    {
        var slope = Vector256.Create(a);
        var intercept = Vector256.Create(d);
        ref var xs = ref MemoryMarshal.GetReference(x);
        ref var ps = ref MemoryMarshal.GetReference(p);
        for (nuint q = 0; q < (nuint)x.Length; q += Lanes)
        {
            Logistic(Vector256.FusedMultiplyAdd(slope, Vector256.LoadUnsafe(ref xs, q), intercept)).P.StoreUnsafe(ref ps, q);
        }
    }

    /// <summary>Multiplies the factors by 1 + e^-|z| and adds max(z, 0) to the sums: ln(1 + e^z) of several items costs one logarithm.</summary>
    internal static void AddSoftplus(ReadOnlySpan<double> x, double a, double d, Span<double> sums, Span<double> factors)
    {
        var slope = Vector256.Create(a);
        var intercept = Vector256.Create(d);
        ref var xs = ref MemoryMarshal.GetReference(x);
        ref var ss = ref MemoryMarshal.GetReference(sums);
        ref var fs = ref MemoryMarshal.GetReference(factors);
        for (nuint q = 0; q < (nuint)x.Length; q += Lanes)
        {
            var z = Vector256.FusedMultiplyAdd(slope, Vector256.LoadUnsafe(ref xs, q), intercept);
            var e = ExpOfNegative(-Vector256.Abs(z));
            (Vector256.LoadUnsafe(ref ss, q) + Vector256.Max(z, Vector256<double>.Zero)).StoreUnsafe(ref ss, q);
            var factor = Vector256.LoadUnsafe(ref fs, q);
            Vector256.FusedMultiplyAdd(factor, e, factor).StoreUnsafe(ref fs, q);
        }
    }

    /// <summary>ln(1 - P) = -ln(1 + e^z) of one item at each point.</summary>
    internal static void LogComplement(ReadOnlySpan<double> x, double a, double d, Span<double> row)
    {
        var slope = Vector256.Create(a);
        var intercept = Vector256.Create(d);
        ref var xs = ref MemoryMarshal.GetReference(x);
        ref var rs = ref MemoryMarshal.GetReference(row);
        for (nuint q = 0; q < (nuint)x.Length; q += Lanes)
        {
            var z = Vector256.FusedMultiplyAdd(slope, Vector256.LoadUnsafe(ref xs, q), intercept);
            var e = ExpOfNegative(-Vector256.Abs(z));
            // An absolute error of one rounding of 1 is as much as any sum of logarithms has.
            var log = Vector256.Log(Vector256<double>.One + e);
            (-(Vector256.Max(z, Vector256<double>.Zero) + log)).StoreUnsafe(ref rs, q);
        }
    }

    /// <summary>y += c x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(Span<double> y, ReadOnlySpan<double> x, double c)
    {
        var factor = Vector256.Create(c);
        ref var ys = ref MemoryMarshal.GetReference(y);
        ref var xs = ref MemoryMarshal.GetReference(x);
        for (nuint q = 0; q < (nuint)y.Length; q += Lanes)
        {
            Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref xs, q), Vector256.LoadUnsafe(ref ys, q)).StoreUnsafe(ref ys, q);
        }
    }

    /// <summary>y += x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(Span<double> y, ReadOnlySpan<double> x)
    {
        ref var ys = ref MemoryMarshal.GetReference(y);
        ref var xs = ref MemoryMarshal.GetReference(x);
        for (nuint q = 0; q < (nuint)y.Length; q += Lanes)
        {
            (Vector256.LoadUnsafe(ref xs, q) + Vector256.LoadUnsafe(ref ys, q)).StoreUnsafe(ref ys, q);
        }
    }

    /// <summary>y -= x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Subtract(Span<double> y, ReadOnlySpan<double> x)
    {
        ref var ys = ref MemoryMarshal.GetReference(y);
        ref var xs = ref MemoryMarshal.GetReference(x);
        for (nuint q = 0; q < (nuint)y.Length; q += Lanes)
        {
            (Vector256.LoadUnsafe(ref ys, q) - Vector256.LoadUnsafe(ref xs, q)).StoreUnsafe(ref ys, q);
        }
    }

    /// <summary>y = base + c x, and the largest y.</summary>
    internal static double Line(ReadOnlySpan<double> origin, ReadOnlySpan<double> x, double c, Span<double> y)
    {
        var factor = Vector256.Create(c);
        var most = Vector256.Create(double.NegativeInfinity);
        ref var os = ref MemoryMarshal.GetReference(origin);
        ref var xs = ref MemoryMarshal.GetReference(x);
        ref var ys = ref MemoryMarshal.GetReference(y);
        for (nuint q = 0; q < (nuint)y.Length; q += Lanes)
        {
            var value = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref xs, q), Vector256.LoadUnsafe(ref os, q));
            value.StoreUnsafe(ref ys, q);
            most = Vector256.Max(most, value);
        }

        return Largest(most);
    }

    /// <summary>The largest y.</summary>
    internal static double Largest(ReadOnlySpan<double> y)
    {
        var most = Vector256.Create(double.NegativeInfinity);
        ref var ys = ref MemoryMarshal.GetReference(y);
        for (nuint q = 0; q < (nuint)y.Length; q += Lanes)
        {
            most = Vector256.Max(most, Vector256.LoadUnsafe(ref ys, q));
        }

        return Largest(most);
    }

    /// <summary>y = e^(y - most); returns the sums of y, y x and y x².</summary>
    internal static (double Mass, double First, double Second) Exponentiate(Span<double> y, ReadOnlySpan<double> x, double most)
    {
        var top = Vector256.Create(most);
        var s0 = Vector256<double>.Zero;
        var s1 = s0;
        var s2 = s0;
        ref var xs = ref MemoryMarshal.GetReference(x);
        ref var ys = ref MemoryMarshal.GetReference(y);
        for (nuint q = 0; q < (nuint)y.Length; q += Lanes)
        {
            var w = ExpOfNegative(Vector256.LoadUnsafe(ref ys, q) - top);
            var xq = Vector256.LoadUnsafe(ref xs, q);
            var wx = w * xq;
            w.StoreUnsafe(ref ys, q);
            s0 += w;
            s1 += wx;
            s2 = Vector256.FusedMultiplyAdd(wx, xq, s2);
        }

        return (Vector256.Sum(s0), Vector256.Sum(s1), Vector256.Sum(s2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Largest(Vector256<double> v) => Math.Max(Math.Max(v[0], v[1]), Math.Max(v[2], v[3]));
}
