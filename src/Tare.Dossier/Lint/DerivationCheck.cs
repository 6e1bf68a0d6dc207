namespace Tare.Dossier;

/// <summary>Publications that were made from themselves.</summary>
internal sealed class DerivationCheck : ILintCheck
{
    public LintRule Rule { get; } = new("S7", "derivation", "a publication whose derived_from leads back to it: it has no root to count");

    public void Run(LintPass pass)
    {
        foreach (var source in pass.Dossier.Sources)
        {
            if (source.DerivedFrom.Count > 0 && pass.Index.Roots.IsCircular(source.Id))
            {
                pass.Error(
                    Rule.Id,
                    $"sources/{source.Id}/derived_from",
                    $"'{source.Id}' was made from itself, by way of {string.Join(", ", source.DerivedFrom)}",
                    "a chain that ends in a root",
                    "remove the link that points back in time"
                );
            }
        }
    }
}
