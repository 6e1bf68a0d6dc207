namespace Tare.Dossier;

/// <summary>A number in the text that is not the length of the list beside it.</summary>
internal sealed class CountWordsCheck : ILintCheck
{
    public LintRule Rule { get; } = new("L5", "count words", "a count in a claim's text against the list that its document spells out");

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            foreach (var list in claim.Lists.AsSpan())
            {
                var at = $"claims/{claim.Id}/lists";
                if (TextWords.CountBefore(claim.Text, list.Noun) is not { } count)
                {
                    pass.Gaps.Add(new LintGap(Rule.Id, at, $"the text gives no number of {list.Noun}"));
                }
                else if (count != list.Members.Count)
                {
                    pass.Warning(
                        Rule.Id,
                        at,
                        $"the text counts {count} {list.Noun}",
                        $"{list.Members.Count}: {string.Join(", ", list.Members)}",
                        "correct the number or the list; if the holder wrote it so, record a conflict"
                    );
                }
            }
        }
    }
}
