using Tare.Harnesses;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>A transcript in a line.</summary>
/// <param name="Stop">What ended it, or <see langword="null"/> where it has no end.</param>
/// <param name="Turns">Answers of the model.</param>
/// <param name="CallsWithoutUsage">Those among them whose tokens nobody counted.</param>
/// <param name="Usage">Tokens of the others.</param>
internal sealed record TranscriptSum(StopReason? Stop, int Turns, int CallsWithoutUsage, TokenUsage Usage)
{
    public static TranscriptSum Of(Transcript transcript)
    {
        var answers = transcript.Events.OfType<TranscriptEvent.Answered>().Select(e => e.Answer.Usage).ToList();
        return new TranscriptSum(
            transcript.Events.OfType<TranscriptEvent.Ended>().LastOrDefault()?.Stop,
            answers.Count,
            answers.Count(u => u is null),
            answers.OfType<TokenUsage>().Aggregate(TokenUsage.None, (sum, u) => sum.Plus(u))
        );
    }
}
