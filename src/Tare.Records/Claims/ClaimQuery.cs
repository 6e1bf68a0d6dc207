namespace Tare.Records;

/// <summary>A question to this program whose answer settles a claim: a command line, where the answer stands, and what it must satisfy. Nothing is executed but the named command.</summary>
/// <remarks>A path is names joined by dots from the root of the printed object; <c>[name=records]</c> selects the entry of a list whose field has that text, <c>[0]</c> the first, and <c>["gpt-5.5"]</c> a field whose name has other signs than letters and digits.</remarks>
public sealed record ClaimQuery
{
    /// <summary>The arguments after <c>tare</c>, without shell syntax, for example <c>gap</c>, <c>eci</c>, <c>--json</c>.</summary>
    public required ValueList<string> Command { get; init; }

    /// <summary>Where the number or truth value stands, for example <c>result.definitions[name=records].months</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Where the lower bound of its interval stands, or <see langword="null"/>.</summary>
    public string? LowerPath { get; init; }

    /// <summary>Where the upper bound of its interval stands, or <see langword="null"/>.</summary>
    public string? UpperPath { get; init; }

    /// <summary>Unit of the answer.</summary>
    public string? Unit { get; init; }

    /// <summary>The publication that stands for the computation, derived from whose data it takes, so that roots are counted rightly; <see langword="null"/> for one of its own.</summary>
    public string? Source { get; init; }

    /// <summary>What it must satisfy.</summary>
    public required QueryPredicate Holds { get; init; }

    /// <summary>The question in a line: command and path. An answer is kept with it, so that an answer to an earlier question is not taken for one to this.</summary>
    public string Asked => $"{string.Join(' ', Command)}: {Path}";

    /// <summary>What the query leaves out of the claim, or assumes.</summary>
    public string? Note { get; init; }
}
