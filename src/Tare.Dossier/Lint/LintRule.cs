namespace Tare.Dossier;

/// <summary>What one rule looks for.</summary>
/// <param name="Id"><c>L1</c> to <c>L17</c> judge content, <c>S1</c> onwards structure.</param>
/// <param name="Name">Short name.</param>
/// <param name="LooksFor">What makes it report.</param>
public sealed record LintRule(string Id, string Name, string LooksFor);
