namespace Tare.Psychometrics;

/// <summary>A true value behind simulated responses.</summary>
/// <param name="Kind">What it belongs to: <c>person</c>, <c>item</c>, <c>component</c> or the name of a term, such as <c>person x harness</c>.</param>
/// <param name="Id">Which one.</param>
/// <param name="Parameter"><c>ability</c>, <c>difficulty</c>, <c>discrimination</c>, <c>guessing</c>, <c>sd</c> or <c>effect</c>.</param>
/// <param name="Value">The value.</param>
public sealed record SimulatedValue(string Kind, string Id, string Parameter, double Value);
