namespace Tare.Costs;

/// <summary>Parameters that are looked up, not multiplied: they take memory and no operations.</summary>
public static class EmbeddingParameters
{
    /// <summary>Table of token embeddings: vocabulary x width.</summary>
    /// <param name="vocabulary">Entries of the vocabulary.</param>
    /// <param name="width">Elements of a token's vector.</param>
    public static long Table(long vocabulary, int width) => vocabulary * width;

    /// <summary>Per-layer embeddings: one table for every layer, vocabulary x layers x width.</summary>
    /// <remarks>Google (2026), Gemma 4 model card: "effective" parameters leave both kinds of table out.</remarks>
    /// <param name="vocabulary">Entries of the vocabulary.</param>
    /// <param name="layers">Decoder layers.</param>
    /// <param name="width">Elements of a layer's vector.</param>
    public static long PerLayer(long vocabulary, int layers, int width) => vocabulary * layers * width;
}
