namespace Tare.Psychometrics;

/// <summary>A response that was asked for and failed to come: an empty or <c>NA</c> value. A pair never asked for has no row at all.</summary>
/// <param name="Person">Identifier of the person.</param>
/// <param name="Item">Identifier of the item.</param>
/// <param name="Line">Line of the file, from 1; 0 where there was none.</param>
public readonly record struct MissingResponse(string Person, string Item, int Line);
