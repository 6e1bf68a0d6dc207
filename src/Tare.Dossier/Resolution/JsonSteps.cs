using System.Globalization;
using System.Text.RegularExpressions;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>Reads the paths of queries. Nothing in them is executed.</summary>
internal static partial class JsonSteps
{
    public static IReadOnlyList<JsonStep> Of(string path, string place)
    {
        var steps = new List<JsonStep>();
        var position = 0;
        while (position < path.Length)
        {
            var match = Step().Match(path, position);
            if (!match.Success || (position == 0 && match.Value.StartsWith('.')) || (position > 0 && match.Value[0] is not ('.' or '[')))
            {
                throw Bad(path, position, place);
            }

            steps.Add(From(match));
            position += match.Length;
        }

        return steps.Count > 0 ? steps : throw Bad(path, 0, place);
    }

    private static JsonStep From(Match match)
    {
        if (match.Groups["index"].Success)
        {
            return new JsonStep(
                string.Empty,
                null,
                int.Parse(match.Groups["index"].Value, NumberStyles.None, CultureInfo.InvariantCulture)
            );
        }

        return match.Groups["key"].Success
            ? new JsonStep(match.Groups["key"].Value, match.Groups["value"].Value, null)
            : new JsonStep(match.Groups["name"].Value, null, null);
    }

    private static InputException Bad(string path, int position, string place) =>
        InputException.At(
            place,
            string.Create(CultureInfo.InvariantCulture, $"'{path}' is no path, from character {position + 1} on"),
            "names joined by dots, [\"name\"] for a name with other signs, [name=text] or [0] after a list",
            "write for example result.definitions[name=records].months"
        );

    [GeneratedRegex(
        @"\G(\.?(?<name>[A-Za-z_][A-Za-z0-9_]*)|\[""(?<name>[^""\[\]]+)""\]|\[(?<index>[0-9]{1,6})\]|\[(?<key>[A-Za-z_][A-Za-z0-9_]*)=(?<value>[^\]\[]+)\])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Step();
}
