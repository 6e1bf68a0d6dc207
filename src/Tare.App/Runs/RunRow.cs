using Tare.Analysis;
using Tare.Records;

namespace Tare.App.Runs;

/// <summary>One model with one harness on one pack.</summary>
/// <param name="Model">Label of the model.</param>
/// <param name="Harness">The harness with its version.</param>
/// <param name="Pack">The pack.</param>
/// <param name="Planned">Attempts of the plan.</param>
/// <param name="Raw">The mean before validity rules.</param>
/// <param name="Validated">The mean after them.</param>
/// <param name="Differ">Attempts whose raw and validated outcomes differ.</param>
/// <param name="Usage">Tokens of the attempts that count.</param>
/// <param name="CallsWithoutUsage">Calls of them whose provider reported no tokens.</param>
/// <param name="CostUsd">Cost of the attempts that count, US dollars; <see langword="null"/> where one is unknown.</param>
internal sealed record RunRow(
    string Model,
    string Harness,
    string Pack,
    int Planned,
    MeanFinding Raw,
    MeanFinding Validated,
    int Differ,
    TokenUsage Usage,
    int CallsWithoutUsage,
    decimal? CostUsd
)
{
    /// <summary>Attempts that count without a score.</summary>
    public int Missing => Validated.Missing.Values.Sum();
}
