namespace Tare.Dossier;

/// <summary>A record that one version has and the other has not, or has otherwise.</summary>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Address">The record: <c>claims/c13</c>, <c>perspectives/brand</c>.</param>
/// <param name="Text">What it says, or what changed.</param>
public sealed record RecordChange(ChangeKind Kind, string Address, string Text);
