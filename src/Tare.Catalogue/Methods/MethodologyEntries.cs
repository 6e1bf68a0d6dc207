using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The entries of one document by key, with typed reading. Every complaint names place, key, value, expectation and next step.</summary>
internal sealed class MethodologyEntries(string place)
{
    private readonly Dictionary<string, MethodologyEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The document as messages name it.</summary>
    public string Place { get; } = place;

    public IEnumerable<string> Keys => _entries.Keys;

    public MethodologyEntry? Find(string key) => _entries.GetValueOrDefault(key);

    public void Set(string key, MethodologyEntry entry) => _entries[key] = entry;

    public bool TryAdd(string key, MethodologyEntry entry) => _entries.TryAdd(key, entry);

    public void RemoveAll(Predicate<string> match)
    {
        foreach (var key in _entries.Keys.Where(k => match(k)).ToList())
        {
            _entries.Remove(key);
        }
    }

    public string? OptionalText(string key)
    {
        var entry = Find(key);
        if (entry is null)
        {
            return null;
        }

        if (entry.Items is not null)
        {
            throw Error(key, "one value, not a list", "keep one element");
        }

        return entry.Text is "" or "none" ? null : entry.Text;
    }

    public string Text(string key) =>
        OptionalText(key)
        ?? throw (
            Find(key) is null
                ? InputException.At(
                    Place,
                    $"the key '{key}' is missing",
                    "a value for it",
                    $"add a line '{key}: ...', as in methods/eci.yaml"
                )
                : Error(key, "a value", "fill it in")
        );

    public string Text(string key, string otherwise) => OptionalText(key) ?? otherwise;

    public IReadOnlyList<string> List(string key)
    {
        var entry = Find(key);
        if (entry is null)
        {
            return [];
        }

        return entry.Items
            ?? [.. entry.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(t => t != "none")];
    }

    public double Number(string key, double lowest, double highest, double? otherwise = null)
    {
        if (otherwise is { } value && OptionalText(key) is null)
        {
            return value;
        }

        var text = Text(key);
        var expectation = string.Create(CultureInfo.InvariantCulture, $"a number from {lowest:R} to {highest:R}");
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
            ? number
            : throw Error(key, expectation, "correct the value");
    }

    public int Count(string key, int highest, int otherwise)
    {
        if (OptionalText(key) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= highest
            ? count
            : throw Error(key, $"a whole number from 0 to {highest.ToString(CultureInfo.InvariantCulture)}", "correct the value");
    }

    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Error(key, "a day that exists, as YYYY-MM-DD", "correct the date");
    }

    public T Choice<T>(string key, T? otherwise = null)
        where T : struct, Enum
    {
        var text = otherwise is null ? Text(key) : OptionalText(key);
        if (text is null)
        {
            return otherwise!.Value;
        }

        if (KebabCase.TryParse<T>(text, out var value))
        {
            return value;
        }

        throw Error(
            key,
            $"one of {string.Join(", ", KebabCase.All<T>())}",
            NearestNames.NextStep(text, KebabCase.All<T>(), "choose one of them")
        );
    }

    public string Word(string key, string otherwise, string nextStep, params ReadOnlySpan<string> allowed)
    {
        var text = Text(key, otherwise);
        return allowed.Contains(text)
            ? text
            : throw Error(key, allowed.Length == 1 ? $"'{allowed[0]}'" : $"one of {string.Join(", ", allowed.ToArray())}", nextStep);
    }

    public InputException Error(string key, string expectation, string nextStep)
    {
        var entry = Find(key);
        var value = entry is null ? "missing" : Quoted.Text(entry.Text);
        return InputException.At($"{entry?.Where ?? Place}, '{key}'", value, expectation, nextStep);
    }
}
