using System.Globalization;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>A fact stated in a claim that differs from what the catalogue or the cited source says.</summary>
internal sealed class StatedFactCheck : ILintCheck
{
    private readonly StatedField[] _fields;

    public StatedFactCheck(string id, string name, params StatedField[] fields)
    {
        _fields = fields;
        Rule = new LintRule(
            id,
            name,
            $"a stated {string.Join(" or ", fields.Select(f => KebabCase.Of(f)))} that differs from every source that gives it"
        );
    }

    public LintRule Rule { get; }

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            foreach (var stated in claim.States.AsSpan())
            {
                if (Array.IndexOf(_fields, stated.Field) >= 0)
                {
                    Check(pass, claim, stated);
                }
            }
        }
    }

    private void Check(LintPass pass, Claim claim, StatedFact stated)
    {
        var at = $"claims/{claim.Id}/states";
        var facts = pass.Facts(stated.Subject, stated.Field);
        if (facts.Count == 0)
        {
            pass.Gaps.Add(new LintGap(Rule.Id, at, $"no source gives the {KebabCase.Of(stated.Field)} of {stated.Subject}: add a fact"));
        }
        else if (!facts.Any(f => Agrees(stated.Field, stated.Value, f.Value)))
        {
            var known = string.Join("; ", facts.Select(f => $"{f.Value} ({f.Source})").Distinct(StringComparer.Ordinal));
            pass.Warning(
                Rule.Id,
                at,
                $"{KebabCase.Of(stated.Field)} of {stated.Subject}: {stated.Value}",
                known,
                "keep what the holder said, and record the difference as a conflict with its resolution"
            );
        }
    }

    private static bool Agrees(StatedField field, string stated, string known) =>
        field switch
        {
            StatedField.Members => Members(stated).SetEquals(Members(known)),
            StatedField.Number => Number(stated) is { } left && Number(known) is { } right && SameToPrintedDigits(stated, left, right),
            _ => string.Equals(Plain(stated), Plain(known), StringComparison.OrdinalIgnoreCase),
        };

    private static HashSet<string> Members(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Join(' ', text.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries));

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // 27 agrees with 26.8: a rounded figure is judged to half of its last printed digit.
    private static bool SameToPrintedDigits(string stated, double left, double right)
    {
        var point = stated.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : stated.Length - point - 1;
        return Math.Abs(left - right) <= 0.5 * Math.Pow(10, -decimals) * (1 + 1e-9);
    }
}
