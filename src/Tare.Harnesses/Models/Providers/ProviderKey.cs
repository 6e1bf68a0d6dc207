namespace Tare.Harnesses;

/// <summary>A provider's key. Prints as the variable that it came from, so that no message can hold it by accident.</summary>
/// <param name="variable">The environment variable.</param>
/// <param name="value">The key, or <see langword="null"/> where none is sent.</param>
internal sealed class ProviderKey(string variable, string? value)
{
    public const string Redacted = "[key]";

    /// <summary>The environment variable.</summary>
    public string Variable => variable;

    /// <summary>The key. Goes into a header and nowhere else.</summary>
    public string? Value => value;

    /// <summary>A text without the key in it.</summary>
    public string Redact(string text) => value is null ? text : text.Replace(value, Redacted, StringComparison.Ordinal);

    public override string ToString() => value is null ? "no key" : $"the key in {variable}";
}
