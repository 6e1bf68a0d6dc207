using Tare.Records;

namespace Tare.App.Dossiers;

/// <summary>Which commands a claim may ask: those that only compute. A dossier may come from anybody.</summary>
internal static class QueryRules
{
    // A command that is added here must write nothing, start nothing, and go to no network.
    private static readonly string[][] s_allowed =
    [
        ["gap"],
        ["fit"],
        ["report"],
        ["models"],
        ["methods", "list"],
        ["methods", "show"],
        ["methods", "diff"],
        ["cost", "serve"],
        ["cost", "develop"],
    ];

    private static readonly string[] s_takesEvidence = ["gap", "fit", "report"];

    private static readonly string[] s_refused = ["--out", "--scores", "--file"];

    /// <summary>The command line that a query runs.</summary>
    /// <param name="place">Address of the claim, for messages.</param>
    /// <param name="query">The query.</param>
    /// <param name="evidence">Evidence to ask it on; a query that names its own keeps it.</param>
    /// <exception cref="InputException">The query asks for something that does more than compute.</exception>
    public static string[] CommandLine(string place, ClaimQuery query, string? evidence)
    {
        var words = query.Command.Where(w => w != "--json").ToArray();
        var at = $"{place}/query/command";
        if (!s_allowed.Any(a => words.Take(a.Length).SequenceEqual(a, StringComparer.Ordinal)))
        {
            throw InputException.At(
                at,
                $"'{string.Join(' ', words)}'",
                $"a command that only computes: {string.Join(", ", s_allowed.Select(a => string.Join(' ', a)))}",
                "ask one of these; their --json has the figure"
            );
        }

        foreach (var word in words)
        {
            var option = word.Split('=')[0];
            if (s_refused.Contains(option, StringComparer.Ordinal) || word.AsSpan().IndexOfAny('/', '\\') >= 0)
            {
                throw InputException.At(
                    at,
                    $"'{word}'",
                    "evidence and methodologies by name, and no file",
                    "import the file first ('tare import'), or ask on it with 'tare claims check --evidence FILE'"
                );
            }
        }

        var own = words.Any(w => w == "--evidence" || w.StartsWith("--evidence=", StringComparison.Ordinal));
        return
        [
            .. words,
            .. words[0] == "report" ? (string[])["--no-page"] : [],
            .. evidence is not null && !own && s_takesEvidence.Contains(words[0], StringComparer.Ordinal)
                ? (string[])["--evidence", evidence]
                : [],
            "--json",
        ];
    }
}
