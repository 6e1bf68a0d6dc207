namespace Tare.Records;

/// <summary>How many bits each part of a cache takes.</summary>
/// <remarks>Bits, so that 4-bit formats stay whole numbers. A scale belongs to one kept vector: a latent or compressed entry, a key or a value of one head.</remarks>
public sealed record CacheFormat
{
    /// <summary>Sixteen bits for every element, 32 for recurrent states, no scales: the format that published tables compare in.</summary>
    public static CacheFormat BFloat16 { get; } = new() { Name = "BF16" };

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Bits of an element that carries content. Default 16.</summary>
    public int ContentBits { get; init; } = 16;

    /// <summary>Bits of an element that carries the position. Default 16.</summary>
    public int PositionBits { get; init; } = 16;

    /// <summary>Bits of the scales of one kept vector. Default 0.</summary>
    public int ScaleBits { get; init; }

    /// <summary>Bits of an element of an index key. Default 16.</summary>
    public int IndexBits { get; init; } = 16;

    /// <summary>Bits of the scales of one index key. Default 0.</summary>
    public int IndexScaleBits { get; init; }

    /// <summary>Bits of an element of a recurrent state. Default 32.</summary>
    public int StateBits { get; init; } = 32;

    /// <summary>Bits of an element of a convolution's inputs. Default 16.</summary>
    public int ConvolutionBits { get; init; } = 16;

    /// <summary>The same format without its scales: what a count of elements alone gives.</summary>
    public CacheFormat WithoutScales() => this with { Name = Name + ", scales not counted", ScaleBits = 0, IndexScaleBits = 0 };
}
