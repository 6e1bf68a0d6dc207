namespace Tare.Web;

/// <summary>A calibration as its page shows it: plain numbers, all on the scale of logits.</summary>
public sealed record CalibrationReport
{
    /// <summary>The statistical family, as the JSON result names it.</summary>
    public required string Family { get; init; }

    /// <summary>What was fitted, in one sentence: estimator, log-likelihood, convergence.</summary>
    public required string Fit { get; init; }

    /// <summary>Whether the fit converged.</summary>
    public required bool Converged { get; init; }

    /// <summary>What the standard errors are, and what they do not contain.</summary>
    public required string StandardErrors { get; init; }

    /// <summary>Number of responses.</summary>
    public required int Responses { get; init; }

    /// <summary>What a reader of the numbers has to know; complete sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Every item.</summary>
    public required IReadOnlyList<CalibrationItem> Items { get; init; }

    /// <summary>Every person.</summary>
    public required IReadOnlyList<CalibrationPerson> Persons { get; init; }

    /// <summary>Abilities, logits, ascending, at which <see cref="CalibrationItem.Curve"/> and <see cref="Information"/> are given.</summary>
    public IReadOnlyList<double> Abilities { get; init; } = [];

    /// <summary>Test information at <see cref="Abilities"/>, per squared logit: the sum over all items with parameters, one answer each.</summary>
    public IReadOnlyList<double> Information { get; init; } = [];

    /// <summary>Variance components of a family with facets; empty in the others.</summary>
    public IReadOnlyList<CalibrationComponent> Components { get; init; } = [];

    /// <summary>Kind and level of the components' intervals.</summary>
    public string ComponentIntervals { get; init; } = "";
}
