namespace Tare.Costs;

/// <summary>What one sequence keeps in memory, in bytes, by part.</summary>
/// <param name="AttentionBytes">Keys, values, latent and compressed entries that grow with the context.</param>
/// <param name="WindowBytes">Raw tokens of sliding windows; bounded.</param>
/// <param name="IndexBytes">Keys of the indexers.</param>
/// <param name="StateBytes">States of linear attention; constant.</param>
/// <param name="ConvolutionBytes">Kept inputs of convolutions; constant.</param>
public sealed record CacheBytes(long AttentionBytes, long WindowBytes, long IndexBytes, long StateBytes, long ConvolutionBytes)
{
    /// <summary>All parts together.</summary>
    public long TotalBytes => AttentionBytes + WindowBytes + IndexBytes + StateBytes + ConvolutionBytes;
}
