namespace Tare.Catalogue;

/// <summary>Something that an import found in a source and did not carry over, or carried over only in part.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Example">One of them, or <see langword="null"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record NotKept(string What, int Count, string? Example, string Reason);
