using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tare.Numerics;

/// <summary>
/// Symmetric linear equations of arrow shape: a long side whose own matrix is diagonal, a short side whose own matrix is block diagonal, and sparse
/// couplings between the two.
/// </summary>
/// <remarks>
/// [D B; Bᵀ E] [x; y] = [f; g] with D diagonal is solved through the Schur complement S = E - Bᵀ D^-1 B: S y = g - Bᵀ D^-1 f, then
/// x = D^-1 (f - B y) (Triggs et al. 2000, section 6.1). S is dense and is factored by Cholesky.
/// The order of the arithmetic is fixed, so equal input gives equal bits. An instance is a workspace for one thread.
/// </remarks>
public sealed class ArrowSystem
{
    private readonly int[] _start;
    private readonly int[] _block;
    private readonly double[] _coupling;
    private readonly double[] _diagonal;
    private readonly double[] _inverse;
    private readonly double[] _blocks;
    private readonly double[] _right;
    private readonly bool[] _isFixedLong;
    private readonly bool[] _isFixedShort;
    private readonly DenseCholesky _schur;
    private int _couplingCount;

    /// <summary>A workspace for systems up to a given size.</summary>
    /// <param name="longCount">Unknowns of the long side.</param>
    /// <param name="blockCount">Blocks of the short side.</param>
    /// <param name="blockSize">Unknowns of a block: 1 or 2.</param>
    /// <param name="couplingCapacity">Most couplings between an unknown of the long side and a block.</param>
    public ArrowSystem(int longCount, int blockCount, int blockSize, int couplingCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(longCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blockSize, 2);
        LongCount = longCount;
        BlockCount = blockCount;
        BlockSize = blockSize;
        _start = new int[longCount + 1];
        _block = new int[couplingCapacity];
        _coupling = new double[couplingCapacity * blockSize];
        _diagonal = new double[longCount];
        _inverse = new double[longCount];
        _blocks = new double[blockCount * (blockSize == 1 ? 1 : 3)];
        _right = new double[blockCount * blockSize];
        _isFixedLong = new bool[longCount];
        _isFixedShort = new bool[blockCount * blockSize];
        _schur = new DenseCholesky(blockCount * blockSize);
    }

    /// <summary>Unknowns of the long side.</summary>
    public int LongCount { get; }

    /// <summary>Blocks of the short side.</summary>
    public int BlockCount { get; }

    /// <summary>Unknowns of a block.</summary>
    public int BlockSize { get; }

    /// <summary>The diagonal D.</summary>
    public Span<double> LongDiagonal => _diagonal;

    /// <summary>The blocks of E: one number each, or three (first diagonal, off-diagonal, second diagonal).</summary>
    public Span<double> ShortBlocks => _blocks;

    /// <summary>The couplings B in the order of the pattern, <see cref="BlockSize"/> numbers each.</summary>
    public Span<double> Couplings => _coupling.AsSpan(0, _couplingCount * BlockSize);

    /// <summary>Unknowns of the long side to hold at 0.</summary>
    public Span<bool> IsFixedLong => _isFixedLong;

    /// <summary>Unknowns of the short side to hold at 0.</summary>
    public Span<bool> IsFixedShort => _isFixedShort;

    /// <summary>Sets where the couplings are.</summary>
    /// <param name="start">Of each unknown of the long side its first coupling, and the total: length <see cref="LongCount"/> + 1.</param>
    /// <param name="block">Block of each coupling, strictly ascending for each unknown of the long side.</param>
    public void SetPattern(ReadOnlySpan<int> start, ReadOnlySpan<int> block)
    {
        if (start.Length != LongCount + 1 || start[LongCount] != block.Length || block.Length > _block.Length)
        {
            throw new ArgumentException(
                $"{start.Length} starts and {block.Length} couplings; expected {LongCount + 1} starts that end at the number of couplings, "
                    + $"and at most {_block.Length} couplings.",
                nameof(start)
            );
        }

        foreach (var b in block)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)b, (uint)BlockCount, nameof(block));
        }

        start.CopyTo(_start);
        block.CopyTo(_block);
        _couplingCount = block.Length;
    }

    /// <summary>Factors the system with a damping added to its whole diagonal.</summary>
    /// <param name="damping">Number to add, not negative.</param>
    /// <returns>Whether the damped matrix is positive definite; otherwise there is nothing to solve with.</returns>
    public bool Factor(double damping)
    {
        _schur.Clear();
        AddBlocks(damping);
        for (var unknown = 0; unknown < LongCount; unknown++)
        {
            if (_isFixedLong[unknown])
            {
                _inverse[unknown] = 0;
                continue;
            }

            var pivot = _diagonal[unknown] + damping;
            if (!(pivot > 0))
            {
                return false;
            }

            _inverse[unknown] = 1 / pivot;
            if (BlockSize == 2)
            {
                EliminatePairs(unknown);
            }
            else
            {
                Eliminate(unknown);
            }
        }

        HoldFixed();
        return _schur.Factor();
    }

    /// <summary>Solves with the last factor.</summary>
    /// <param name="longSide">The right-hand side f, replaced by x.</param>
    /// <param name="shortSide">The right-hand side g, replaced by y.</param>
    public void Solve(Span<double> longSide, Span<double> shortSide)
    {
        var right = _right.AsSpan();
        shortSide[..right.Length].CopyTo(right);
        for (var unknown = 0; unknown < LongCount; unknown++)
        {
            var scaled = _inverse[unknown] * longSide[unknown];
            for (var k = _start[unknown]; k < _start[unknown + 1]; k++)
            {
                var at = _block[k] * BlockSize;
                for (var c = 0; c < BlockSize; c++)
                {
                    right[at + c] -= scaled * _coupling[(k * BlockSize) + c];
                }
            }
        }

        for (var k = 0; k < right.Length; k++)
        {
            right[k] = _isFixedShort[k] ? 0 : right[k];
        }

        _schur.Solve(right);
        right.CopyTo(shortSide);
        for (var unknown = 0; unknown < LongCount; unknown++)
        {
            var sum = longSide[unknown];
            for (var k = _start[unknown]; k < _start[unknown + 1]; k++)
            {
                var at = _block[k] * BlockSize;
                for (var c = 0; c < BlockSize; c++)
                {
                    sum -= right[at + c] * _coupling[(k * BlockSize) + c];
                }
            }

            longSide[unknown] = _inverse[unknown] * sum;
        }
    }

    private void AddBlocks(double damping)
    {
        var matrix = _schur.Matrix;
        var stride = _schur.Stride;
        for (var block = 0; block < BlockCount; block++)
        {
            var at = block * BlockSize * (stride + 1);
            if (BlockSize == 1)
            {
                matrix[at] = _blocks[block] + damping;
            }
            else
            {
                matrix[at] = _blocks[3 * block] + damping;
                matrix[at + stride] = _blocks[(3 * block) + 1];
                matrix[at + stride + 1] = _blocks[(3 * block) + 2] + damping;
            }
        }
    }

    private void Eliminate(int unknown)
    {
        var matrix = _schur.Matrix;
        var end = _start[unknown + 1];
        for (var i = _start[unknown]; i < end; i++)
        {
            var row = matrix.Slice(_block[i] * _schur.Stride, _block[i] + 1);
            var factor = _inverse[unknown] * _coupling[i];
            for (var j = _start[unknown]; j <= i; j++)
            {
                row[_block[j]] -= factor * _coupling[j];
            }
        }
    }

    /// <summary>Subtracts the unknown's rank-one matrix, two columns at a time.</summary>
    private void EliminatePairs(int unknown)
    {
        var matrix = _schur.Matrix;
        var stride = _schur.Stride;
        ref var coupling = ref MemoryMarshal.GetArrayDataReference(_coupling);
        var first = _start[unknown];
        var blocks = _block.AsSpan(first, _start[unknown + 1] - first);
        for (var i = 0; i < blocks.Length; i++)
        {
            // Both rows end at the same column; in the upper one the last number lies above the diagonal and is not used.
            var length = (2 * blocks[i]) + 2;
            ref var upper = ref MemoryMarshal.GetReference(matrix.Slice(2 * blocks[i] * stride, length));
            ref var lower = ref MemoryMarshal.GetReference(matrix.Slice(((2 * blocks[i]) + 1) * stride, length));
            var factor0 = Vector128.Create(-_inverse[unknown] * _coupling[2 * (first + i)]);
            var factor1 = Vector128.Create(-_inverse[unknown] * _coupling[(2 * (first + i)) + 1]);
            for (var j = 0; j <= i; j++)
            {
                var at = (nuint)(2 * blocks[j]);
                var pair = Vector128.LoadUnsafe(ref coupling, (nuint)(2 * (first + j)));
                var sum0 = Vector128.FusedMultiplyAdd(factor0, pair, Vector128.LoadUnsafe(ref upper, at));
                var sum1 = Vector128.FusedMultiplyAdd(factor1, pair, Vector128.LoadUnsafe(ref lower, at));
                sum0.StoreUnsafe(ref upper, at);
                sum1.StoreUnsafe(ref lower, at);
            }
        }
    }

    private void HoldFixed()
    {
        var matrix = _schur.Matrix;
        var stride = _schur.Stride;
        for (var k = 0; k < _isFixedShort.Length; k++)
        {
            if (!_isFixedShort[k])
            {
                continue;
            }

            matrix.Slice(k * stride, k).Clear();
            for (var row = k + 1; row < _isFixedShort.Length; row++)
            {
                matrix[(row * stride) + k] = 0;
            }

            matrix[(k * stride) + k] = 1;
        }
    }
}
