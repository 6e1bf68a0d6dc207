namespace Tare.Psychometrics;

/// <summary>A further source of variance beside person and item (a rater, a tool, a language): a named column of levels. Immutable.</summary>
public sealed class Facet
{
    private readonly int[] _levelOf;

    internal Facet(string name, IReadOnlyList<string> levels, int[] levelOf)
    {
        Name = name;
        Levels = levels;
        _levelOf = levelOf;
    }

    /// <summary>Name of the facet.</summary>
    public string Name { get; }

    /// <summary>Its levels, ordered (ordinal).</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Index into <see cref="Levels"/> of each response, in the order of the matrix.</summary>
    public ReadOnlySpan<int> LevelOf => _levelOf;
}
