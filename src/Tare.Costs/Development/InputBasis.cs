namespace Tare.Costs;

/// <summary>What an input rests on.</summary>
/// <param name="Kind">Whether a source states it.</param>
/// <param name="Text">The source, or why the value was taken.</param>
public sealed record InputBasis(InputBasisKind Kind, string Text)
{
    /// <summary>A value that somebody gave without a source.</summary>
    public static InputBasis Given { get; } = new(InputBasisKind.Assumption, "given without a source");

    /// <summary>A value that a source states.</summary>
    /// <param name="source">The source, in words a reader can follow.</param>
    public static InputBasis Sourced(string source) => new(InputBasisKind.Sourced, source);

    /// <summary>A value that no source states.</summary>
    /// <param name="reason">Why the value was taken.</param>
    public static InputBasis Assumed(string reason) => new(InputBasisKind.Assumption, reason);
}
