namespace Tare.Psychometrics;

/// <summary>One person's response to one item.</summary>
/// <param name="Person">Identifier of the person.</param>
/// <param name="Item">Identifier of the item.</param>
/// <param name="Value">Share of full credit, in [0, 1].</param>
/// <param name="Importance">Weight in the objective, positive. It says how much the response matters, not how often it was seen.</param>
public readonly record struct Response(string Person, string Item, double Value, double Importance = 1);
