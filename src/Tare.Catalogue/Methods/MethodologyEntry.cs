namespace Tare.Catalogue;

/// <summary>One value of a methodology document, before its type is known.</summary>
/// <param name="Where">File and line, or the option, where it stands.</param>
/// <param name="Text">The value; the elements of a list joined by commas.</param>
/// <param name="Items">The elements, where the document has a list; else <see langword="null"/>.</param>
internal sealed record MethodologyEntry(string Where, string Text, IReadOnlyList<string>? Items)
{
    /// <summary>An entry as one line of text gives it: with commas it may be a list.</summary>
    public static MethodologyEntry OfText(string where, string text) => new(where, text, null);

    public static MethodologyEntry OfList(string where, IReadOnlyList<string> items) => new(where, string.Join(", ", items), items);
}
