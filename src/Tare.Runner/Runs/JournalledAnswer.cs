using Tare.Records;

namespace Tare.Runner;

/// <summary>An answer that an interrupted attempt had got.</summary>
/// <param name="Request">Digest of the request that it answers.</param>
/// <param name="Answer">The answer.</param>
/// <param name="At">When it came: the day decides its price.</param>
internal sealed record JournalledAnswer(string Request, ModelAnswer Answer, DateTimeOffset At);
