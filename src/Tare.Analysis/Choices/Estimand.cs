using Tare.Records;

namespace Tare.Analysis;

/// <summary>One number that every methodology can be asked for.</summary>
/// <remarks>
/// Elo of two models is 400 / ln 10 times the difference of their abilities times the mean discrimination of the fit's benchmarks: the mean over those
/// benchmarks of the difference in log-odds. In a one-parameter family all discriminations are 1.
/// </remarks>
/// <param name="Kind">What is compared.</param>
/// <param name="First">Identifier of the model whose lead is asked for; Elo only.</param>
/// <param name="Second">Identifier of the model that it is compared with; Elo only.</param>
public sealed record Estimand(EstimandKind Kind, string? First = null, string? Second = null)
{
    /// <summary>Months behind.</summary>
    public static Estimand Months { get; } = new(EstimandKind.Months);

    /// <summary>Points behind.</summary>
    public static Estimand Points { get; } = new(EstimandKind.Points);

    /// <summary>The unit, in words.</summary>
    public string Unit =>
        Kind switch
        {
            EstimandKind.Months => "months",
            EstimandKind.Points => "points",
            _ => "Elo",
        };

    /// <summary>The form of the command line: <c>months</c>, <c>points</c> or <c>elo:FIRST:SECOND</c>.</summary>
    public override string ToString() => Kind == EstimandKind.Elo ? $"elo:{First}:{Second}" : Unit;

    /// <summary>Reads the form of the command line.</summary>
    /// <param name="text">For example <c>elo:gpt-5.5:deepseek-v4-pro</c>.</param>
    /// <exception cref="InputException">It is none of the forms.</exception>
    public static Estimand Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') switch
        {
            ["months"] => Months,
            ["points"] => Points,
            ["elo", { Length: > 0 } first, { Length: > 0 } second] when first != second => new Estimand(EstimandKind.Elo, first, second),
            _ => throw InputException.At(
                "--estimand",
                $"'{text}'",
                "months, or elo:FIRST:SECOND with the identifiers of two models",
                "for example --estimand elo:gpt-5.5:deepseek-v4-pro"
            ),
        };
    }
}
