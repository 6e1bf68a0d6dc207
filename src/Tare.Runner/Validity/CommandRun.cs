using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner;

/// <summary>A command of an attempt, with the number of the model call that asked for it.</summary>
/// <param name="Call">Which call of the attempt, from 1.</param>
/// <param name="Ran">The command and what was shown of its output.</param>
internal sealed record CommandRun(int Call, TranscriptEvent.Ran Ran)
{
    /// <summary>A finding whose evidence is this command.</summary>
    public ValidityFinding Finding(string rule, bool voids) => new(rule, $"call {Call}: {ValidityRules.Quoted(Ran.Command)}", voids);
}
