namespace Tare.Catalogue;

/// <summary>Foreign text inside a message: quoted, without control characters, and short.</summary>
internal static class Quoted
{
    private const int Longest = 120;

    public static string Text(string text)
    {
        var clean = string.Concat(text.Take(Longest).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length > Longest ? $"'{clean}...'" : $"'{clean}'";
    }
}
