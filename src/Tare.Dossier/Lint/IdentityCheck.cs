using System.Buffers;

namespace Tare.Dossier;

/// <summary>Two records of one list share an identifier, or an identifier is not a slug.</summary>
internal sealed class IdentityCheck : ILintCheck
{
    private static readonly SearchValues<char> s_slug = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    public LintRule Rule { get; } = new("S1", "identifiers", "an identifier that is used twice in a list, or that is not a slug");

    public void Run(LintPass pass)
    {
        foreach (var (list, entries) in DossierLists.Of(pass.Dossier))
        {
            var seen = new HashSet<string>(entries.Count, StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                if (!IsSlug(entry.Id))
                {
                    pass.Error(
                        Rule.Id,
                        $"{list}/{entry.Id}",
                        $"'{entry.Id}' is no identifier",
                        "lower-case letters, digits, points and hyphens, starting with a letter",
                        "rename it, also where it is referred to"
                    );
                }

                if (!seen.Add(entry.Id))
                {
                    pass.Error(
                        Rule.Id,
                        $"{list}/{entry.Id}",
                        $"'{entry.Id}' stands twice in {list}",
                        "each identifier once",
                        "rename one of the two; references mean the first"
                    );
                }
            }
        }
    }

    internal static bool IsSlug(string id) => id.Length > 0 && char.IsAsciiLetterLower(id[0]) && !id.AsSpan().ContainsAnyExcept(s_slug);
}
