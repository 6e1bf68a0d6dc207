using Tare.Records;

namespace Tare.Runner;

/// <summary>What a verifier found.</summary>
/// <param name="Raw">The reward as an outcome, before validity rules; missing with its reason where there is none that can be read.</param>
/// <param name="Rewards">Every reward that was written, by name; <c>reward</c> is the one that scores.</param>
/// <param name="Log">What the verifier printed, head and tail, and how it ended.</param>
internal sealed record Verification(Outcome Raw, IReadOnlyDictionary<string, double> Rewards, string Log);
