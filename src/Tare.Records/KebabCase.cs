using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Tare.Records;

/// <summary>The names of choices as people write them: <see cref="LagDefinition.FirstCrossing"/> is <c>first-crossing</c>.</summary>
public static class KebabCase
{
    /// <summary>The name of a member, lower case, words joined by hyphens.</summary>
    /// <typeparam name="T">The choice.</typeparam>
    /// <param name="value">One of its members.</param>
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>A name in Pascal case as lower-case words joined by hyphens.</summary>
    /// <param name="pascal">For example <c>LagEvidence</c>.</param>
    public static string Of(string pascal)
    {
        ArgumentNullException.ThrowIfNull(pascal);
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var c in pascal)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>The names of all members, in the order of their definition.</summary>
    /// <typeparam name="T">The choice.</typeparam>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Of(v))];

    /// <summary>The member with a name; numbers and other spellings are not accepted.</summary>
    /// <typeparam name="T">The choice.</typeparam>
    /// <param name="name">For example <c>trend-line</c>.</param>
    /// <param name="value">The member, where the result is <see langword="true"/>.</param>
    public static bool TryParse<T>([NotNullWhen(true)] string? name, out T value)
        where T : struct, Enum
    {
        value = default;
        return name is not null && Members<T>.ByName.TryGetValue(name, out value);
    }

    /// <summary>The members by name, made once for each choice: a large file asks for them a hundred thousand times.</summary>
    private static class Members<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(v => Of(v), StringComparer.Ordinal);
    }
}
