namespace Tare.Analysis;

/// <summary>One model's ability on the scale of its <see cref="AbilityTable"/>.</summary>
/// <param name="Id">Identifier of the model.</param>
/// <param name="Name">Name of the model.</param>
/// <param name="Value">Ability in points of the scale.</param>
public sealed record AbilityRow(string Id, string Name, double Value)
{
    /// <summary>Lower bound in points; <see langword="null"/> for an anchor, whose value is fixed by definition, or where no draws were made.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper bound in points; <see langword="null"/> as <see cref="Lower"/>.</summary>
    public double? Upper { get; init; }

    /// <summary>Ability in logits of the calibration, before the scale; <see langword="null"/> for a table of published scores.</summary>
    public double? Raw { get; init; }

    /// <summary>Scores behind the value; 0 for a table of published scores.</summary>
    public int Observations { get; init; }

    /// <summary>Release date under the methodology's date rule, or <see langword="null"/> where no source gives one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Group on the methodology's axis (<c>open</c>, <c>closed</c>, <c>US</c>, ...), or <see langword="null"/> where unknown: such a model is in neither group.</summary>
    public string? Group { get; init; }
}
