using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Tare.Numerics;

/// <summary>A named stream of random numbers: the name and the replicate decide every number, whatever the order or the thread.</summary>
/// <remarks>
/// Generator: xoshiro256++ (Blackman and Vigna 2021, section 4), period 2^256 - 1. Its 256 bits of state are
/// SHA-256(UTF-8(name), one zero byte, replicate as eight bytes little endian), read as four little-endian words.
/// An instance is not safe for use by several threads at once; take one stream for each unit of work.
/// </remarks>
public sealed class RandomSource
{
    private const double TwoToMinus53 = 1.0 / 9007199254740992.0;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    private RandomSource(ReadOnlySpan<byte> state)
    {
        _s0 = BinaryPrimitives.ReadUInt64LittleEndian(state);
        _s1 = BinaryPrimitives.ReadUInt64LittleEndian(state[8..]);
        _s2 = BinaryPrimitives.ReadUInt64LittleEndian(state[16..]);
        _s3 = BinaryPrimitives.ReadUInt64LittleEndian(state[24..]);
    }

    /// <summary>The stream of a name and a replicate, at its beginning.</summary>
    /// <param name="name">What the numbers are for, for example <c>bootstrap/eci</c>. Not empty.</param>
    /// <param name="replicate">Number of the replicate, not negative.</param>
    public static RandomSource For(string name, int replicate)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfNegative(replicate);
        var length = Encoding.UTF8.GetByteCount(name);
        var key = new byte[length + 9];
        Encoding.UTF8.GetBytes(name, key);
        BinaryPrimitives.WriteInt64LittleEndian(key.AsSpan(length + 1), replicate);
        Span<byte> state = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, state);
        return new RandomSource(state);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>A uniform number in [0, 1): one of the 2^53 multiples of 2^-53, each equally likely.</summary>
    public double NextDouble() => (NextBits() >> 11) * TwoToMinus53;

    /// <summary>A uniform integer in [0, n), without bias.</summary>
    /// <param name="n">Upper end, exclusive; positive.</param>
    /// <remarks>Multiply and reject: Lemire (2019), algorithm 5.</remarks>
    public int NextInt(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        unchecked
        {
            var range = (ulong)n;
            var high = Math.BigMul(NextBits(), range, out var low);
            if (low < range)
            {
                var threshold = (0UL - range) % range;
                while (low < threshold)
                {
                    high = Math.BigMul(NextBits(), range, out low);
                }
            }

            return (int)high;
        }
    }

    /// <summary>A standard normal number; each takes exactly one number from the stream.</summary>
    /// <remarks>Inverse distribution function at (k + 1/2) 2^-53, k uniform on 0 ... 2^53 - 1: monotone in the uniform number, |z| at most 8.3.</remarks>
    public double NextNormal()
    {
        var uniform = ((NextBits() >> 11) + 0.5) * TwoToMinus53;
        return StandardNormal.Quantile(uniform);
    }
}
