namespace Tare.Dossier;

/// <summary>One entry of a dossier's log.</summary>
/// <param name="Id">Stable identifier: kind, record and date.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What sort.</param>
/// <param name="Title">In a line.</param>
/// <param name="Text">In a sentence or two.</param>
/// <param name="Address">The record that it is about.</param>
public sealed record DossierEvent(string Id, DateTimeOffset At, DossierEventKind Kind, string Title, string Text, string Address);
