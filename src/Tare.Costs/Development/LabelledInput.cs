namespace Tare.Costs;

/// <summary>An input as a page shows it.</summary>
/// <param name="Name">Name in words.</param>
/// <param name="Symbol">Symbol in the equations.</param>
/// <param name="Lower">Lower bound.</param>
/// <param name="Central">Central value.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="Unit"><c>USD</c>, <c>share</c> or <c>members</c>.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record LabelledInput(
    string Name,
    string Symbol,
    decimal Lower,
    decimal Central,
    decimal Upper,
    string Unit,
    InputBasis Basis
);
