using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The next step after an unknown name: the nearest names that exist.</summary>
internal static class Nearest
{
    public static string Sentence(string written, IEnumerable<string> known, string otherwise) =>
        NearestNames.Of(written, known) switch
        {
            [] => otherwise,
            [var one] => $"the nearest is {one}",
            var several => $"the nearest are {string.Join(", ", several)}",
        };
}
