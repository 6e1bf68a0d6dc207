using Tare.App.Cli;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Dossiers;

/// <summary>Asks the queries of claims inside this process, each command once however many claims ask it.</summary>
internal sealed class QueryRunner(Terminal terminal, string? evidence)
{
    private readonly Dictionary<string, (int Code, string Out, string Error)> _runs = new(StringComparer.Ordinal);

    /// <summary>The verdict on a claim with a query.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="cancel">Stops the computation.</param>
    /// <exception cref="InputException">The query is not allowed, fails, or points nowhere.</exception>
    public async Task<ClaimVerdict> AskAsync(Claim claim, CancellationToken cancel)
    {
        var place = $"claims/{claim.Id}";
        var words = QueryRules.CommandLine(place, claim.Query!, evidence);
        var now = terminal.Clock.GetUtcNow();
        var (code, printed, error) = await RunAsync(words, cancel);
        return code switch
        {
            ExitCode.Done => ClaimResolution.Of(claim, AnswerReader.Read(claim, printed, now)),
            ExitCode.NotIdentified => ClaimResolution.Of(claim, NoAnswer(claim, now, error)),
            ExitCode.Interrupted => throw new OperationCanceledException(cancel),
            _ => throw InputException.At(
                $"{place}/query/command",
                $"'tare {string.Join(' ', words)}' failed: {FirstLine(error)}",
                "a command that answers",
                "run it by hand, and correct the query"
            ),
        };
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string[] words, CancellationToken cancel)
    {
        var key = string.Join('\0', words);
        if (!_runs.TryGetValue(key, out var run))
        {
            await using var standard = new StringWriter();
            await using var errors = new StringWriter();
            var inner = terminal with { Out = standard, Error = errors, Color = false, ErrorIsScreen = false };
            var code = await TareProgram.RunAsync(words, inner, cancel);
            _runs[key] = run = (code, standard.ToString(), errors.ToString());
        }

        return run;
    }

    private static QueryAnswer NoAnswer(Claim claim, DateTimeOffset now, string error) =>
        new()
        {
            Claim = claim.Id,
            AskedAt = now,
            DataDigest = "unknown",
            Unit = claim.Query!.Unit,
            Reason = $"not identified: {FirstLine(error)}",
        };

    private static string FirstLine(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOf('\n');
        var first = (end < 0 ? line : line[..end]).Trim().ToString();
        return first.StartsWith("tare: ", StringComparison.Ordinal) ? first["tare: ".Length..] : first;
    }
}
