namespace Tare.Psychometrics;

/// <summary>Bootstrap draws of a calibration: one refit each, in logits of that refit. Put each on its scale before comparing.</summary>
public sealed class CalibrationDraws
{
    /// <summary>Draws as rows: <c>Abilities[draw][person]</c>, logits.</summary>
    public required double[][] Abilities { get; init; }

    /// <summary>Draws as rows: <c>Difficulties[draw][item]</c>, logits.</summary>
    public required double[][] Difficulties { get; init; }

    /// <summary>Draws as rows: <c>Discriminations[draw][item]</c>, per logit.</summary>
    public required double[][] Discriminations { get; init; }

    /// <summary>Draws whose refit did not reach the tolerance; they are kept, and counted here.</summary>
    public required int NotConverged { get; init; }

    /// <summary>Number of draws.</summary>
    public int Count => Abilities.Length;
}
