using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner;

/// <summary>
/// A model whose answers are on disk before anybody sees them. An attempt that was interrupted first gets the answers that it had got, as long as
/// it asks the same: no finished call is paid for twice.
/// </summary>
/// <param name="model">The model behind it. It must answer by the request alone: the calls that are replayed never reach it.</param>
/// <param name="key">The attempt.</param>
/// <param name="earlier">The answers of the interrupted start.</param>
/// <param name="recorder">Takes new answers.</param>
/// <param name="prices">What they cost.</param>
internal sealed class JournallingClient(
    IModelClient model,
    AttemptKey key,
    IReadOnlyList<JournalledAnswer> earlier,
    RunRecorder recorder,
    CallPrices prices
) : IModelClient
{
    private readonly Lock _gate = new();
    private Task _append = Task.CompletedTask;
    private bool _closed;
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
                CostUsd += prices.Of(earlier[call - 1].Answer, earlier[call - 1].At);
                return earlier[call - 1].Answer;
            }

            _left = 0;
            await Append(new JournalEntry.ReplayDiverged(recorder.Now, key, call));
        }

        cancel.ThrowIfCancellationRequested();
        var answer = await model.AskAsync(request, cancel);
        var at = recorder.Now;
        // Not withdrawn by a cancellation: the answer is paid for.
        await Append(new JournalEntry.ModelAnswered(at, key, call, digest, answer));
        CostUsd += prices.Of(answer, at);
        return answer;
    }

    /// <summary>
    /// Waits for an answer that is on its way to the disk, and takes no further one: a harness may have left a call behind whose time was over, and its
    /// answer must not follow the end of the attempt.
    /// </summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            return _append;
        }
    }

    private Task Append(JournalEntry entry)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return Task.FromException(new OperationCanceledException("The attempt has ended."));
            }

            _append = recorder.AppendAsync(entry);
            return _append;
        }
    }
}
