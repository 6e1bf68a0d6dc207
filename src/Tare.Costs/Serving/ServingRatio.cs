namespace Tare.Costs;

/// <summary>One model beside another at one context length.</summary>
/// <param name="ContextTokens">Tokens in the cache.</param>
/// <param name="Subject">The cost of the model in question.</param>
/// <param name="Reference">The cost of the model it is compared with.</param>
public sealed record ServingRatio(long ContextTokens, ServingCost Subject, ServingCost Reference)
{
    /// <summary>Cache of the subject / cache of the reference, or <see langword="null"/> where the reference keeps nothing.</summary>
    public double? CacheRatio => Reference.Cache.TotalBytes == 0 ? null : (double)Subject.Cache.TotalBytes / Reference.Cache.TotalBytes;

    /// <summary>Weighted operations per token of the subject / of the reference, or <see langword="null"/> where either is not known.</summary>
    public double? FlopRatio => Subject.WeightedFlopsPerToken / Reference.WeightedFlopsPerToken;
}
