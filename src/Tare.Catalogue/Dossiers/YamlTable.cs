namespace Tare.Catalogue.Dossiers;

/// <summary>A mapping with its fields in the order of the file. Fields are few: they are looked through, not hashed.</summary>
internal sealed record YamlTable(int Line, int Column, YamlField[] Fields) : YamlNode(Line, Column)
{
    /// <summary>The value of a field, or <see langword="null"/> where there is no such field.</summary>
    public YamlNode? Find(string name)
    {
        foreach (ref readonly var field in Fields.AsSpan())
        {
            if (string.Equals(field.Name, name, StringComparison.Ordinal))
            {
                return field.Value;
            }
        }

        return null;
    }
}
