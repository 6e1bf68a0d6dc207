namespace Tare.Catalogue;

/// <summary>A name of one source that no name or alias of another source means. It is listed, never guessed.</summary>
/// <param name="Name">The name.</param>
/// <param name="What">What it names, and where it stands alone.</param>
/// <param name="Nearest">Names that look alike, for a person to judge; the program joins none of them.</param>
public sealed record UnjoinedName(string Name, string What, IReadOnlyList<string> Nearest);
