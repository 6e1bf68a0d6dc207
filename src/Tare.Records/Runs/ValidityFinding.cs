namespace Tare.Records;

/// <summary>What a validity rule found in an attempt.</summary>
/// <param name="Rule">Name of the rule, for example <c>reward-write</c>.</param>
/// <param name="Evidence">What was seen and where, in one line.</param>
/// <param name="Voids">Whether it voids the attempt: a hack voids a success only, a fault of the infrastructure a failure only.</param>
public sealed record ValidityFinding(string Rule, string Evidence, bool Voids);
