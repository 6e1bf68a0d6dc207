namespace Tare.Records;

/// <summary>One release date of a model, as one source gives it.</summary>
/// <param name="Date">The calendar day.</param>
/// <param name="Kind">What happened on that day.</param>
/// <param name="Source">Who says so.</param>
public sealed record ReleaseDate(DateOnly Date, ReleaseDateKind Kind, string Source);
