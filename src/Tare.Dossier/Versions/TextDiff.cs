using Tare.Records;

namespace Tare.Dossier;

/// <summary>The difference of two texts, word by word.</summary>
public static class TextDiff
{
    // Above this the table of the exact method would be too large; whole texts are then shown as removed and added.
    private const long LargestTable = 16_000_000;

    /// <summary>The longest common run of words is kept; joining kept and added parts by spaces gives the later text.</summary>
    /// <param name="before">The earlier text, or <see langword="null"/>.</param>
    /// <param name="after">The later text, or <see langword="null"/>.</param>
    public static ValueList<TextPart> Of(string? before, string? after)
    {
        var (left, right) = (Words(before), Words(after));
        if ((long)left.Length * right.Length > LargestTable)
        {
            return [.. Whole(ChangeKind.Removed, left), .. Whole(ChangeKind.Added, right)];
        }

        var common = Table(left, right);
        var parts = new List<(ChangeKind Kind, string Word)>();
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && string.Equals(left[i], right[j], StringComparison.Ordinal))
            {
                parts.Add((ChangeKind.Kept, left[i]));
                i++;
                j++;
            }
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                parts.Add((ChangeKind.Removed, left[i++]));
            }
            else
            {
                parts.Add((ChangeKind.Added, right[j++]));
            }
        }

        return Join(parts);
    }

    private static int[,] Table(string[] left, string[] right)
    {
        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                var same = string.Equals(left[i], right[j], StringComparison.Ordinal);
                common[i, j] = same ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static ValueList<TextPart> Join(List<(ChangeKind Kind, string Word)> words)
    {
        var parts = new List<TextPart>();
        foreach (var (kind, word) in words)
        {
            if (parts.Count > 0 && parts[^1].Kind == kind)
            {
                parts[^1] = parts[^1] with { Text = $"{parts[^1].Text} {word}" };
            }
            else
            {
                parts.Add(new TextPart(kind, word));
            }
        }

        return [.. parts];
    }

    private static TextPart[] Whole(ChangeKind kind, string[] words) =>
        words.Length == 0 ? [] : [new TextPart(kind, string.Join(' ', words))];

    private static string[] Words(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
