namespace Tare.Catalogue.Dossiers;

/// <summary>A mapping with its fields in the order of the file. Fields are few: they are looked through, not hashed.</summary>
internal sealed record YamlTable(int Line, int Column, YamlField[] Fields) : YamlNode(Line, Column)
{
    /// <summary>The value of a field, or <see langword="null"/> where there is no such field.</summary>
    public YamlNode? Find(string name) => IndexOf(name) is var index and >= 0 ? Fields[index].Value : null;

    /// <summary>The index of a field, or -1.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">The index that is looked at first, from where the search goes round; up to the number of fields.</param>
    public int IndexOf(string name, int start = 0)
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            var index = start + i < Fields.Length ? start + i : start + i - Fields.Length;
            if (string.Equals(Fields[index].Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }
}
