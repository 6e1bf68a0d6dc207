using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner;

/// <summary>
/// A model whose answers are on disk before anybody sees them. An attempt that was interrupted first gets the answers that it had got, as long as
/// it asks the same: no finished call is paid for twice.
/// </summary>
/// <param name="model">The model behind it.</param>
/// <param name="key">The attempt.</param>
/// <param name="earlier">The answers of the interrupted start.</param>
/// <param name="recorder">Takes new answers.</param>
/// <param name="cost">Prices them.</param>
internal sealed class JournallingClient(
    IModelClient model,
    AttemptKey key,
    IReadOnlyList<JournalledAnswer> earlier,
    RunRecorder recorder,
    CallPrices cost
) : IModelClient
{
    private int _calls;
    private int _left = earlier.Count;

    /// <summary>Cost of the calls so far, US dollars, replayed ones too; <see langword="null"/> where a price or a usage is unknown.</summary>
    public decimal? CostUsd { get; private set; } = 0;

    /// <inheritdoc/>
    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = ++_calls;
        var digest = request.Digest();
        if (call <= _left)
        {
            if (string.Equals(earlier[call - 1].Request, digest, StringComparison.Ordinal))
            {
                Pay(earlier[call - 1].Answer, earlier[call - 1].At);
                return earlier[call - 1].Answer;
            }

            _left = 0;
            await recorder.AppendAsync(new JournalEntry.ReplayDiverged(recorder.Now, key, call));
        }

        cancel.ThrowIfCancellationRequested();
        var answer = await model.AskAsync(request, cancel);
        var at = recorder.Now;
        // Not withdrawn by a cancellation: the answer is paid for.
        await recorder.AppendAsync(new JournalEntry.ModelAnswered(at, key, call, digest, answer));
        Pay(answer, at);
        return answer;
    }

    private void Pay(ModelAnswer answer, DateTimeOffset at) => CostUsd += cost.Of(answer, at);
}
