namespace Tare.Records;

/// <summary>A licence of model weights.</summary>
/// <param name="Id">SPDX identifier, or one that begins with <c>LicenseRef-</c> where SPDX has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Terms">What it permits; <see cref="LicenceTerms.Unknown"/> where nobody has read it for this catalogue.</param>
public sealed record Licence(string Id, string Name, LicenceTerms Terms)
{
    /// <summary>Whether it asks for attribution beyond its own notice.</summary>
    public bool RequiresAttribution { get; init; }

    /// <summary>The condition in words, or <see langword="null"/>.</summary>
    public string? Condition { get; init; }

    /// <summary>Address of the text, or <see langword="null"/>.</summary>
    public string? Url { get; init; }
}
