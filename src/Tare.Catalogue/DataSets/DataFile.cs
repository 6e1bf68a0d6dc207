namespace Tare.Catalogue;

/// <summary>One file of a data set.</summary>
/// <param name="Name">Its name in the data set's folder.</param>
/// <param name="Url">Where the publisher has it.</param>
/// <param name="Sha256">Its hash where the data set is dated and never changes; <see langword="null"/> where the address moves.</param>
public sealed record DataFile(string Name, Uri Url, string? Sha256);
