using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner;

/// <summary>
/// A model whose answers are on disk, and counted, before anybody sees them. An attempt that was interrupted first gets the answers that it had got,
/// as long as it asks the same: no finished call is paid for twice.
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
    // A call that was withdrawn ends at once; one that does not hear it must not hold the attempt.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private Task _asked = Task.CompletedTask;
    private Task _append = Task.CompletedTask;
    private bool _closed;
    private int _calls;
    private int _left = earlier.Count;

    /// <summary>Answers so far, replayed ones too.</summary>
    public int Answers { get; private set; }

    /// <summary>Answers among them without a reported usage.</summary>
    public int WithoutUsage { get; private set; }

    /// <summary>Tokens of the others.</summary>
    public TokenUsage Usage { get; private set; } = TokenUsage.None;

    /// <summary>Cost of all of them, US dollars; <see langword="null"/> where a price or a usage is unknown.</summary>
    public decimal? CostUsd { get; private set; } = 0;

    /// <inheritdoc/>
    public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = AnswerAsync(request, cancel);
        _asked = asked;
        return asked;
    }

    private async Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancel)
    {
        var call = ++_calls;
        var digest = request.Digest();
        if (call <= _left)
        {
            if (string.Equals(earlier[call - 1].Request, digest, StringComparison.Ordinal))
            {
                return Counted(earlier[call - 1].Answer, earlier[call - 1].At);
            }

            _left = 0;
            await Append(new JournalEntry.ReplayDiverged(recorder.Now, key, call));
        }

        cancel.ThrowIfCancellationRequested();
        var answer = await model.AskAsync(request, cancel);
        var at = recorder.Now;
        // Not withdrawn by a cancellation: the answer is paid for.
        await Append(new JournalEntry.ModelAnswered(at, key, call, digest, answer));
        return Counted(answer, at);
    }

    /// <summary>
    /// Waits a moment for a call that the harness left behind, since its time was over or it broke: an answer that still comes is paid for, and belongs
    /// into the journal and the counts. Then takes no further one: none may follow the end of the attempt.
    /// </summary>
    public async Task CloseAsync()
    {
        try
        {
            await _asked.WaitAsync(s_patience);
        }
        catch (Exception)
        {
            // Whoever asked knows why there is no answer; a disk that takes no entry fails the next one as well.
        }

        Task append;
        lock (_gate)
        {
            _closed = true;
            append = _append;
        }

        await append.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private ModelAnswer Counted(ModelAnswer answer, DateTimeOffset at)
    {
        Answers++;
        WithoutUsage += answer.Usage is null ? 1 : 0;
        Usage = Usage.Plus(answer.Usage ?? TokenUsage.None);
        CostUsd += prices.Of(answer, at);
        return answer;
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
