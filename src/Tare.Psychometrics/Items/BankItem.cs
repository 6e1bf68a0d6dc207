namespace Tare.Psychometrics;

/// <summary>An item with known parameters.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Group">Content group, for content balance; <see langword="null"/>: none.</param>
public sealed record BankItem(string Id, ItemParameters Parameters, string? Group = null);
