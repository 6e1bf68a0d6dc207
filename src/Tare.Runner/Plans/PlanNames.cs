namespace Tare.Runner;

/// <summary>The names that may stand in a plan. They name folders of the run, so that nothing else may be in them.</summary>
internal static class PlanNames
{
    /// <summary>What a label is, for messages.</summary>
    public const string LabelRule = "letters, digits, '.', '_' and '-', at most 80, a letter or digit first";

    private const int LongestLabel = 80;
    private const int DigestDigits = 64;

    /// <summary>Whether a text can be the label of a model.</summary>
    public static bool IsLabel(string text) =>
        text.Length is > 0 and <= LongestLabel && char.IsAsciiLetterOrDigit(text[0]) && text.All(IsOfLabel);

    /// <summary>Whether a text is <c>harness/version</c>.</summary>
    public static bool IsHarness(string text) => text.Split('/') is [var id, var version] && IsLabel(id) && IsLabel(version);

    /// <summary>Whether a text is <c>pack/item</c>.</summary>
    public static bool IsItem(string text) => text.Split('/') is [var pack, var item] && TaskId.IsName(pack) && TaskId.IsName(item);

    /// <summary>Whether a text is a SHA-256.</summary>
    public static bool IsDigest(string text) => text.Length == DigestDigits && text.All(char.IsAsciiHexDigitLower);

    private static bool IsOfLabel(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-';
}
