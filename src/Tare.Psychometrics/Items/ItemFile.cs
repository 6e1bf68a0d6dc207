namespace Tare.Psychometrics;

/// <summary>What a file of items holds.</summary>
/// <param name="Items">Items with parameters, in the order of the file.</param>
/// <param name="NotIdentified">Items whose row has no parameters: they were calibrated and not identified.</param>
/// <param name="LeftOut">Items that the caller asked to leave out and that were found.</param>
public sealed record ItemFile(IReadOnlyList<BankItem> Items, IReadOnlyList<string> NotIdentified, IReadOnlyList<string> LeftOut);
