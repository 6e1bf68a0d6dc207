using System.Globalization;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Screens;

namespace Tare.App.Commands;

/// <summary>Two sides, and what a reader must know of them.</summary>
/// <param name="Task">What both tried: the task of two logs, the packs of a run.</param>
/// <param name="Scorer">Which score of two logs, or <see langword="null"/> for runs.</param>
/// <param name="First">What the second is held against.</param>
/// <param name="Second">The second side.</param>
/// <param name="Inputs">The files read.</param>
/// <param name="Notes">What was not kept or differs, complete sentences.</param>
internal sealed record Comparison(
    string Task,
    string? Scorer,
    ComparedSide First,
    ComparedSide Second,
    InputDigest Inputs,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Every item that either side was to try.</summary>
    public IReadOnlyList<PairedItem> Items =>
        [
            .. First
                .Items.Union(Second.Items, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(id => new PairedItem(id, [.. First.Outcomes[id]], [.. Second.Outcomes[id]])),
        ];

    /// <summary>The notes, what differs between the sides besides the model, and what has not ended.</summary>
    public IReadOnlyList<string> Warnings => [.. Notes, .. Differences(), .. NotEnded(First), .. NotEnded(Second)];

    private IEnumerable<string> Differences()
    {
        (string What, string First, string Second)[] facts =
        [
            ("harness", First.Harness, Second.Harness),
            ("token limit", Text(First.Budget.Tokens), Text(Second.Budget.Tokens)),
            ("turn limit", Text(First.Budget.Turns), Text(Second.Budget.Turns)),
            ("time limit in seconds", Text(First.Budget.Seconds), Text(Second.Budget.Seconds)),
            ("cost limit in US dollars", Text(First.Budget.CostUsd), Text(Second.Budget.CostUsd)),
        ];
        var noun = Scorer is null ? "sides" : "logs";
        return facts
            .Where(f => f.First != f.Second)
            .Select(f => $"the {f.What} differs: {f.First} and {f.Second}; the difference between the {noun} may come from it");

        static string Text<T>(T? value)
            where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "none";
    }

    private static IEnumerable<string> NotEnded(ComparedSide side)
    {
        if (side.NotEnded > 0)
        {
            yield return $"{Show.Count(side.NotEnded, "attempt")} of {side.Model} in {side.Place} planned and not ended: in no number here ('tare resume {side.Place}')";
        }
    }
}
