namespace Tare.Catalogue.Dossiers;

/// <summary>Keeps one copy of each short text of a document: names of fields, identifiers and kinds come back in every record.</summary>
internal sealed class SharedTexts
{
    private const int Short = 24;
    private const int Most = 1 << 14;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _spans;

    public SharedTexts() => _spans = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A text equal to the one given.</summary>
    public string Of(string text) =>
        text.Length > Short ? text
        : _texts.TryGetValue(text, out var known) ? known
        : Kept(text);

    /// <summary>The text of a span.</summary>
    public string Of(ReadOnlySpan<char> text) =>
        text.Length > Short ? new string(text)
        : _spans.TryGetValue(text, out var known) ? known
        : Kept(new string(text));

    private string Kept(string text)
    {
        if (_texts.Count < Most)
        {
            _texts.Add(text);
        }

        return text;
    }
}
