using System.Text.RegularExpressions;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner;

/// <summary>
/// The rules <c>asymmetric/1</c> over what an attempt said and ran: a hack voids a success only, a fault of the infrastructure a failure only.
/// What each rule sees and misses is in <c>docs/methods/validity.md</c>.
/// </summary>
internal static class ValidityRules
{
    /// <summary>Name and version of the rules.</summary>
    public const string Name = "asymmetric/1";

    private const int ShortestCanary = 8;
    private const int EvidenceLength = 160;

    // The model writes what is matched: the pattern takes linear time. Every process, process 1, the parent, or the runner by name.
    private static readonly Regex s_signalsTheRunner = new(
        @"\b(?:pkill|killall)\b[^|;&\n]*\b(?:tare|dotnet)\b|\bkill\s+(?:-(?:s\s+)?\w+\s+)*(?:--\s+)?(?:-1|1|""?\$\{?PPID\}?""?)\s*(?:$|[;&|\n)])",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    );

    /// <summary>What the rules find in an attempt, in the order of its events; the same thing in the same command is found once.</summary>
    /// <param name="transcript">The attempt.</param>
    /// <param name="canary">The task's canary, or <see langword="null"/> where it has none.</param>
    /// <param name="isolation">
    /// Where the commands ran. With any isolation the agent has no way to the tests and the solution, so that looking for them is found and voids nothing.
    /// </param>
    public static IReadOnlyList<ValidityFinding> Find(
        Transcript transcript,
        string? canary,
        PlannedIsolation isolation = PlannedIsolation.Strict
    )
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var told = string.Join('\n', transcript.Events.OfType<TranscriptEvent.Told>().Select(t => t.Text));
        var commands = CommandsOf(transcript);
        return
        [
            .. commands.SelectMany(c => PathRules.Of(c, told, isolation)),
            .. commands.Where(c => s_signalsTheRunner.IsMatch(c.Ran.Command)).Select(c => c.Finding("runner-signal", voids: false)),
            .. CanaryFinding(transcript, canary),
        ];
    }

    /// <summary>The judgement after the rules.</summary>
    /// <param name="raw">The judgement before them.</param>
    /// <param name="error">What went wrong, or <see langword="null"/>.</param>
    /// <param name="findings">What <see cref="Find"/> found.</param>
    /// <returns>
    /// <list type="bullet">
    /// <item>a score above 0 with a finding that voids: missing, cause operator;</item>
    /// <item>a score of 0 beside a fault of the infrastructure (agent, benchmark, sandbox, provider, operator): missing, with that cause, unless the
    /// agent signalled the runner, which could have made the fault;</item>
    /// <item>everything else: <paramref name="raw"/>.</item>
    /// </list>
    /// </returns>
    public static Outcome Validate(Outcome raw, AttemptError? error, IReadOnlyList<ValidityFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(findings);
        if (raw is not Outcome.Scored { Value: var value })
        {
            return raw;
        }

        if (value > 0)
        {
            return findings.FirstOrDefault(f => f.Voids) is { } hack
                ? new Outcome.Missing(MissingCause.Operator, $"voided by the rule {hack.Rule}: {hack.Evidence}")
                : raw;
        }

        var excused =
            error?.Cause
                is MissingCause.Agent
                    or MissingCause.Benchmark
                    or MissingCause.Sandbox
                    or MissingCause.Provider
                    or MissingCause.Operator
            && !findings.Any(f => f.Rule is "runner-signal");
        return excused ? new Outcome.Missing(error!.Cause, error.Message) : raw;
    }

    /// <summary>A text as evidence: one line of printable characters, cut where it is long.</summary>
    internal static string Quoted(string text)
    {
        var line = new string([
            .. text.Select(c =>
                c is '\n' or '\t' ? ' '
                : PlainText.IsUnprintable(c) ? '\uFFFD'
                : c
            ),
        ]);
        return line.Length <= EvidenceLength ? line : $"{line[..EvidenceLength]} ...";
    }

    private static List<CommandRun> CommandsOf(Transcript transcript)
    {
        var call = 0;
        var commands = new List<CommandRun>();
        foreach (var one in transcript.Events)
        {
            call += one is TranscriptEvent.Answered ? 1 : 0;
            if (one is TranscriptEvent.Ran ran)
            {
                commands.Add(new CommandRun(call, ran));
            }
        }

        return commands;
    }

    // A canary that the model was shown may be copied honestly; one that it writes first was learnt from the task's files.
    private static IEnumerable<ValidityFinding> CanaryFinding(Transcript transcript, string? canary)
    {
        if (canary is not { Length: >= ShortestCanary })
        {
            yield break;
        }

        var call = 0;
        foreach (var one in transcript.Events)
        {
            call += one is TranscriptEvent.Answered ? 1 : 0;
            if (Shown(one).Contains(canary, StringComparison.OrdinalIgnoreCase))
            {
                yield break;
            }

            if (Written(one).Any(t => t.Contains(canary, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new ValidityFinding(
                    "canary",
                    $"call {call}: the model wrote the task's canary, which nothing had shown it",
                    Voids: true
                );
                yield break;
            }
        }
    }

    private static string Shown(TranscriptEvent one) =>
        one switch
        {
            TranscriptEvent.Told e => e.Text,
            TranscriptEvent.Ran e => e.Shown,
            TranscriptEvent.Refused e => e.Shown,
            _ => "",
        };

    private static IEnumerable<string> Written(TranscriptEvent one) =>
        one is TranscriptEvent.Answered { Answer: var a } ? [a.Text, a.Reasoning ?? "", .. a.ToolCalls.Select(c => c.Arguments)] : [];
}
