using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tare.Psychometrics;

/// <summary>Sums over the items that a person solved, from one bit an item. Four persons at a time share the loads of what is summed.</summary>
internal static class BitKernels
{
    /// <summary>Persons handled together.</summary>
    internal const int Together = 4;

    /// <summary>Items in a word.</summary>
    internal const int WordBits = 64;

    /// <summary>Vector k has the bits 4 k ... 4 k + 3, one in each lane.</summary>
    private static readonly ulong[] s_bits = [.. Enumerable.Range(0, WordBits).Select(k => 1UL << k)];

    /// <summary>For each of four rows of bits: the sum of a and the sum of d over the set bits.</summary>
    /// <param name="rows">Four rows, one after the other.</param>
    /// <param name="a">One number for each bit of a row.</param>
    /// <param name="d">One number for each bit of a row.</param>
    /// <param name="sums">Receives a-sum and d-sum of each row: eight numbers.</param>
    internal static void Sums(ReadOnlySpan<ulong> rows, ReadOnlySpan<double> a, ReadOnlySpan<double> d, Span<double> sums)
    {
        var words = rows.Length / Together;
        var a0 = Vector256<double>.Zero;
        var a1 = a0;
        var a2 = a0;
        var a3 = a0;
        var d0 = a0;
        var d1 = a0;
        var d2 = a0;
        var d3 = a0;
        ref var bits = ref MemoryMarshal.GetArrayDataReference(s_bits);
        ref var aFirst = ref MemoryMarshal.GetReference(a);
        ref var dFirst = ref MemoryMarshal.GetReference(d);
        for (var w = 0; w < words; w++)
        {
            var r0 = Vector256.Create(rows[w]);
            var r1 = Vector256.Create(rows[words + w]);
            var r2 = Vector256.Create(rows[(2 * words) + w]);
            var r3 = Vector256.Create(rows[(3 * words) + w]);
            var at = (nuint)w * WordBits;
            for (nuint g = 0; g < WordBits; g += GridKernels.Lanes)
            {
                var bit = Vector256.LoadUnsafe(ref bits, g);
                var va = Vector256.LoadUnsafe(ref aFirst, at + g);
                var vd = Vector256.LoadUnsafe(ref dFirst, at + g);
                var m0 = Mask(r0, bit);
                var m1 = Mask(r1, bit);
                var m2 = Mask(r2, bit);
                var m3 = Mask(r3, bit);
                a0 += m0 & va;
                a1 += m1 & va;
                a2 += m2 & va;
                a3 += m3 & va;
                d0 += m0 & vd;
                d1 += m1 & vd;
                d2 += m2 & vd;
                d3 += m3 & vd;
            }
        }

        sums[0] = Vector256.Sum(a0);
        sums[1] = Vector256.Sum(d0);
        sums[2] = Vector256.Sum(a1);
        sums[3] = Vector256.Sum(d1);
        sums[4] = Vector256.Sum(a2);
        sums[5] = Vector256.Sum(d2);
        sums[6] = Vector256.Sum(a3);
        sums[7] = Vector256.Sum(d3);
    }

    /// <summary>Adds each row's value to the totals of its set bits.</summary>
    /// <param name="rows">Four rows, one after the other.</param>
    /// <param name="values">Four values.</param>
    /// <param name="totals">One total for each bit of a row.</param>
    internal static void Scatter(ReadOnlySpan<ulong> rows, ReadOnlySpan<double> values, Span<double> totals)
    {
        var words = rows.Length / Together;
        var v0 = Vector256.Create(values[0]);
        var v1 = Vector256.Create(values[1]);
        var v2 = Vector256.Create(values[2]);
        var v3 = Vector256.Create(values[3]);
        ref var bits = ref MemoryMarshal.GetArrayDataReference(s_bits);
        ref var first = ref MemoryMarshal.GetReference(totals);
        for (var w = 0; w < words; w++)
        {
            var r0 = Vector256.Create(rows[w]);
            var r1 = Vector256.Create(rows[words + w]);
            var r2 = Vector256.Create(rows[(2 * words) + w]);
            var r3 = Vector256.Create(rows[(3 * words) + w]);
            var at = (nuint)w * WordBits;
            for (nuint g = 0; g < WordBits; g += GridKernels.Lanes)
            {
                var bit = Vector256.LoadUnsafe(ref bits, g);
                var total = Vector256.LoadUnsafe(ref first, at + g);
                total += ((Mask(r0, bit) & v0) + (Mask(r1, bit) & v1)) + ((Mask(r2, bit) & v2) + (Mask(r3, bit) & v3));
                total.StoreUnsafe(ref first, at + g);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Mask(Vector256<ulong> row, Vector256<ulong> bit) => Vector256.Equals(row & bit, bit).AsDouble();
}
