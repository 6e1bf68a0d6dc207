using Tare.Records;

namespace Tare.Web;

/// <summary>Two models whose serving costs are compared.</summary>
/// <param name="Subject">The model in question.</param>
/// <param name="Reference">The model it is compared with.</param>
public sealed record CostedModels(Architecture Subject, Architecture Reference)
{
    /// <summary>Sentences about the two that the page shows among its notes, as they are. Default: none.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
