using System.Text.RegularExpressions;

namespace Tare.Psychometrics;

/// <summary>Takes one column apart: the named groups of a pattern become columns of their own, in place of the column.</summary>
/// <remarks>Rows whose text does not match are left out, and the distinct texts are given in <see cref="ReadResponses.LeftOut"/>.</remarks>
public sealed record ColumnSplit
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private readonly Regex _pattern;

    /// <summary>A split of a column.</summary>
    /// <param name="column">Name of the column, or of the field in JSON lines.</param>
    /// <param name="pattern">A regular expression with at least one named group, for example <c>^(?&lt;harness&gt;[^_]+)_(?&lt;model&gt;.+)$</c>.</param>
    /// <exception cref="ArgumentException">The pattern is no regular expression, or has no named group.</exception>
    public ColumnSplit(string column, string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        Column = column;
        _pattern = new Regex(pattern, RegexOptions.CultureInvariant, s_patience);
        Groups = [.. _pattern.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]))];
        if (Groups.Count == 0)
        {
            throw new ArgumentException(
                $"The pattern '{pattern}' has no named group; expected at least one, as in (?<model>.+).",
                nameof(pattern)
            );
        }
    }

    /// <summary>Name of the column that is taken apart.</summary>
    public string Column { get; }

    /// <summary>Names of the columns that come of it.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>The parts of a text, in the order of <see cref="Groups"/>; <see langword="null"/> where it does not match or a part is empty.</summary>
    internal string[]? Parts(string text)
    {
        var match = _pattern.Match(text);
        var parts = match.Success ? Groups.Select(name => match.Groups[name].Value).ToArray() : [];
        return match.Success && parts.All(part => !string.IsNullOrWhiteSpace(part)) ? parts : null;
    }
}
