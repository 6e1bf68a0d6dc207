using Tare.Records;

namespace Tare.Dossier;

/// <summary>Something that a rule found.</summary>
/// <param name="Rule">Identifier of the rule.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Address">What it is about: <c>claims/c21/stance</c>.</param>
/// <param name="Position">Where that stands in a file, or <see langword="null"/> where the dossier came from no file.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What could have stood there.</param>
/// <param name="Suggestion">What to do now.</param>
public sealed record LintFinding(
    string Rule,
    LintSeverity Severity,
    string Address,
    SourcePosition? Position,
    string Found,
    string Expected,
    string Suggestion
)
{
    /// <summary>Place, value, expectation, next step.</summary>
    public override string ToString() =>
        $"{(Position is null ? Address : $"{Position} ({Address})")}: {Rule}: {Found}\n  expected: {Expected}\n  next:     {Suggestion}";
}
