using Tare.Records;

namespace Tare.App.Dossiers;

/// <summary>Words of the command line that stand for a choice.</summary>
internal static class Choices
{
    /// <summary>The choice that a word names, or <see langword="null"/> where none was given.</summary>
    public static T? Of<T>(string option, string? word)
        where T : struct, Enum =>
        word is null ? null
        : KebabCase.TryParse<T>(word, out var choice) ? choice
        : throw InputException.At(
            option,
            $"'{word}'",
            $"one of {string.Join(", ", KebabCase.All<T>())}",
            NearestNames.NextStep(word, KebabCase.All<T>(), "choose one of these")
        );

    /// <summary>The identifier that was given, where it is one of those that there are.</summary>
    public static string? Known(string option, string? id, IEnumerable<string> known)
    {
        var names = known.ToList();
        if (id is null || names.Contains(id, StringComparer.Ordinal))
        {
            return id;
        }

        var near = NearestNames.Of(id, names);
        throw InputException.At(
            option,
            $"'{id}'",
            names.Count <= 30 ? $"one of {string.Join(", ", names)}" : $"one of {Screens.Show.Count(names.Count)} identifiers",
            near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : "'tare claims' lists what there is"
        );
    }
}
