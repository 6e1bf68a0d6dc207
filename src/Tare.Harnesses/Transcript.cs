namespace Tare.Harnesses;

/// <summary>All that was said and done in an attempt, in order.</summary>
/// <param name="System">The system prompt.</param>
/// <param name="Messages">The conversation.</param>
/// <remarks>Its digest leaves out clocks and the providers' identifiers, so that the same scripted model gives the same digest everywhere.</remarks>
public sealed record Transcript(string System, IReadOnlyList<ModelMessage> Messages);
