namespace Tare.Web;

/// <summary>An item on the page of a calibration; what is not identified is <see langword="null"/>.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Responses">How many responses it has.</param>
/// <param name="RightShare">Share of full credit over its responses.</param>
public sealed record CalibrationItem(string Id, int Responses, double RightShare)
{
    /// <summary>b, logits.</summary>
    public double? Difficulty { get; init; }

    /// <summary>Standard error of b, logits.</summary>
    public double? DifficultyError { get; init; }

    /// <summary>a, per logit.</summary>
    public double? Discrimination { get; init; }

    /// <summary>Standard error of a.</summary>
    public double? DiscriminationError { get; init; }

    /// <summary>c, a probability.</summary>
    public double? Guessing { get; init; }

    /// <summary>Standard error of c.</summary>
    public double? GuessingError { get; init; }

    /// <summary>Why the difficulty is not identified.</summary>
    public string? Reason { get; init; }

    /// <summary>Probability of a right answer at the report's abilities; empty where the item has no parameters.</summary>
    public IReadOnlyList<double> Curve { get; init; } = [];
}
