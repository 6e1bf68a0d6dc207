using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tare.Dossier;

/// <summary>SHA-256 over fields in order; each is preceded by its length, so that no two contents run together.</summary>
internal sealed class ContentHash
{
    private readonly StringBuilder _text = new();

    public ContentHash Add(string? field)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:").Append(field).Append('\n');
        return this;
    }

    public ContentHash Add(double? number) => Add(number?.ToString("R", CultureInfo.InvariantCulture));

    public ContentHash Add(DateOnly day) => Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public ContentHash AddAll(IReadOnlyCollection<string> fields)
    {
        Add((double)fields.Count);
        foreach (var field in fields)
        {
            Add(field);
        }

        return this;
    }

    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text.ToString())));
}
