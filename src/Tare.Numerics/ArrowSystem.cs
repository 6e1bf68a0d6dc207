using System.Runtime.CompilerServices;
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

    /// <summary>Solves the system with a damping added to its whole diagonal.</summary>
    /// <param name="damping">Number to add, not negative.</param>
    /// <param name="longRight">The right-hand side f.</param>
    /// <param name="shortRight">The right-hand side g.</param>
    /// <param name="longSolution">Receives x, 0 where held.</param>
    /// <param name="shortSolution">Receives y, 0 where held.</param>
    /// <returns>Whether the damped matrix is positive definite; otherwise there is no solution.</returns>
    public bool TrySolve(
        double damping,
        ReadOnlySpan<double> longRight,
        ReadOnlySpan<double> shortRight,
        Span<double> longSolution,
        Span<double> shortSolution
    )
    {
        _schur.Clear();
        AddBlocks(damping);
        var right = _schur.Matrix.Slice(_schur.Order * _schur.Stride, _schur.Order);
        shortRight[.._schur.Order].CopyTo(right);
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
                EliminatePairs(unknown, longRight[unknown], right);
            }
            else
            {
                Eliminate(unknown, longRight[unknown], right);
            }
        }

        HoldFixed(right);
        if (!_schur.TrySolve(shortSolution))
        {
            return false;
        }

        SubstituteBack(longRight, longSolution, shortSolution);
        return true;
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

    /// <summary>Subtracts the unknown's rank-one matrix.</summary>
    private void Eliminate(int unknown, double unknownRight, Span<double> right)
    {
        unchecked
        {
            var matrix = _schur.Matrix;
            var first = _start[unknown];
            var blocks = _block.AsSpan(first, _start[unknown + 1] - first);
            var couplings = _coupling.AsSpan(first, blocks.Length);
            for (var i = 0; i < blocks.Length; i++)
            {
                var row = matrix.Slice(blocks[i] * _schur.Stride, blocks[i] + 1);
                var factor = _inverse[unknown] * couplings[i];
                right[blocks[i]] -= factor * unknownRight;
                for (var j = 0; j <= i; j++)
                {
                    row[blocks[j]] -= factor * couplings[j];
                }
            }
        }
    }

    /// <summary>Subtracts the unknown's rank-one matrix, two columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EliminatePairs(int unknown, double unknownRight, Span<double> right)
    {
        unchecked
        {
            // SetPattern has checked that every block is inside the matrix.
            ref var matrix = ref MemoryMarshal.GetReference(_schur.Matrix);
            var stride = (nuint)_schur.Stride;
            var first = _start[unknown];
            var blocks = _block.AsSpan(first, _start[unknown + 1] - first);
            ref var couplings = ref MemoryMarshal.GetReference(_coupling.AsSpan(2 * first, 2 * blocks.Length));
            ref var rightSide = ref MemoryMarshal.GetReference(right);
            var negative = Vector128.Create(-_inverse[unknown]);
            var unknownRights = Vector128.Create(unknownRight);
            for (var i = 0; i < blocks.Length; i++)
            {
                // In the upper of the two rows the last number lies above the diagonal and is not used.
                var row = 2 * (nuint)blocks[i];
                ref var upper = ref Unsafe.Add(ref matrix, row * stride);
                ref var lower = ref Unsafe.Add(ref upper, stride);
                var factors = negative * Vector128.LoadUnsafe(ref couplings, 2 * (nuint)i);
                Vector128
                    .FusedMultiplyAdd(factors, unknownRights, Vector128.LoadUnsafe(ref rightSide, row))
                    .StoreUnsafe(ref rightSide, row);
                var factor0 = Vector128.Create(factors.ToScalar());
                var factor1 = Vector128.Create(factors.GetElement(1));
                for (var j = 0; j <= i; j++)
                {
                    var at = 2 * (nuint)blocks[j];
                    var pair = Vector128.LoadUnsafe(ref couplings, 2 * (nuint)j);
                    Vector128.FusedMultiplyAdd(factor0, pair, Vector128.LoadUnsafe(ref upper, at)).StoreUnsafe(ref upper, at);
                    Vector128.FusedMultiplyAdd(factor1, pair, Vector128.LoadUnsafe(ref lower, at)).StoreUnsafe(ref lower, at);
                }
            }
        }
    }

    private void HoldFixed(Span<double> right)
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
            right[k] = 0;
        }
    }

    private void SubstituteBack(ReadOnlySpan<double> longRight, Span<double> longSolution, ReadOnlySpan<double> shortSolution)
    {
        unchecked
        {
            for (var unknown = 0; unknown < LongCount; unknown++)
            {
                var sum = longRight[unknown];
                var first = _start[unknown];
                var blocks = _block.AsSpan(first, _start[unknown + 1] - first);
                var couplings = _coupling.AsSpan(first * BlockSize, blocks.Length * BlockSize);
                if (BlockSize == 2)
                {
                    for (var k = 0; k < blocks.Length; k++)
                    {
                        var at = 2 * blocks[k];
                        sum -= (shortSolution[at] * couplings[2 * k]) + (shortSolution[at + 1] * couplings[(2 * k) + 1]);
                    }
                }
                else
                {
                    for (var k = 0; k < blocks.Length; k++)
                    {
                        sum -= shortSolution[blocks[k]] * couplings[k];
                    }
                }

                longSolution[unknown] = _inverse[unknown] * sum;
            }
        }
    }
}
