namespace Tare.Records;

/// <summary>The program that drives a model at a task; a facet beside the model.</summary>
/// <param name="Id">Identifier, lower case, for example <c>bash-loop</c>; <c>unknown</c> where a source does not name it.</param>
/// <param name="Version">Version as its maker writes it, or <see langword="null"/> where unknown.</param>
/// <param name="Kind">Where it comes from.</param>
public sealed record Harness(string Id, string? Version, HarnessKind Kind)
{
    /// <summary>The harness of a source that does not name it. Never taken for the reference harness.</summary>
    public static Harness Unknown { get; } = new("unknown", null, HarnessKind.Unknown);

    /// <summary>Digest of everything that its behaviour depends on, or <see langword="null"/> where unknown.</summary>
    public string? Digest { get; init; }

    /// <summary>The identifier with the version, for example <c>bash-loop/1</c>.</summary>
    public string Name => Version is null ? Id : $"{Id}/{Version}";
}
