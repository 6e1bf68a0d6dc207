namespace Tare.Psychometrics;

/// <summary>Items in blocks of a fixed size, so that sums over blocks do not depend on the number of threads.</summary>
internal static class ItemBlocks
{
    // 1 + e^-|z| is at most 2, so the product over a block is at most 2^32.
    private const int Size = 32;

    internal static int Count(int items) => (items + Size - 1) / Size;

    internal static (int First, int End) Range(int block, int items) => (block * Size, Math.Min((block + 1) * Size, items));
}
