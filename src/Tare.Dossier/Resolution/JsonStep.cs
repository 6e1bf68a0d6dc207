using System.Globalization;
using System.Text.Json;

namespace Tare.Dossier;

/// <summary>One step of a path: into a field, to an entry by number, or to the entry whose field has a text.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Value">The text, where the step selects by one.</param>
/// <param name="Index">The number, where the step selects by one.</param>
internal sealed record JsonStep(string Name, string? Value, int? Index)
{
    public JsonElement? Follow(JsonElement element)
    {
        if (Index is { } index)
        {
            return element.ValueKind == JsonValueKind.Array && index < element.GetArrayLength() ? element[index] : null;
        }

        if (Value is null)
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Name, out var field) ? field : null;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var entry in element.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(Name, out var field) && HasText(field))
            {
                return entry;
            }
        }

        return null;
    }

    public override string ToString() =>
        Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]")
        : Value is null ? Name
        : $"[{Name}={Value}]";

    private bool HasText(JsonElement field) =>
        field.ValueKind == JsonValueKind.String && string.Equals(field.GetString(), Value, StringComparison.Ordinal);
}
