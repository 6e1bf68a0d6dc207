namespace Tare.Psychometrics;

/// <summary>Names for a message: the first few, and how many more there are.</summary>
internal static class NameList
{
    internal static string Of(IReadOnlyList<string> names, int shown)
    {
        var list = string.Join(", ", names.Take(shown).Select(name => $"'{name}'"));
        return names.Count > shown ? $"{list} and {names.Count - shown} more" : list;
    }
}
