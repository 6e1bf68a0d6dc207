namespace Tare.Dossier;

/// <summary>Sources that cannot be found again.</summary>
internal sealed class ProvenanceCheck : ILintCheck
{
    public LintRule Rule { get; } = new("L17", "provenance", "a source known by the feed that delivered it, without an address of its own");

    public void Run(LintPass pass)
    {
        foreach (var source in pass.Dossier.Sources)
        {
            if (source.Feed is { } feed && source.Url is null)
            {
                pass.Warning(
                    Rule.Id,
                    $"sources/{source.Id}/feed",
                    $"the feed '{feed}' stands where the address should",
                    "the address of the item itself, and its author",
                    "find the item, and record its address and when it was fetched"
                );
            }
        }
    }
}
