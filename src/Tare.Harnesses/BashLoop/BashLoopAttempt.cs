using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Harnesses;

/// <summary>One attempt in the reference harness: the conversation, what was spent, and the clock.</summary>
internal sealed class BashLoopAttempt : IDisposable, IProgress<AttemptError>
{
    // Longer than any attempt; a timer takes no more than about 49 days.
    private const double LongestSeconds = 4_000_000;
    private static readonly char[] s_aroundDone = [.. " \t\r\v\f*_`.!"];

    private readonly AgentJob _job;
    private readonly CancellationToken _cancel;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _either;
    private readonly BudgetMeter _meter;
    private readonly List<ModelMessage> _conversation = [];
    private readonly List<TranscriptEvent> _events = [];
    private readonly bool _live;
    private readonly long _started;
    private volatile AttemptError? _faultOfCall;

    public BashLoopAttempt(AgentJob job, CancellationToken cancel)
    {
        _job = job;
        _cancel = cancel;
        _meter = new BudgetMeter(job.Budget, job.Price);
        _live = job.Budget.Disclosure == BudgetDisclosure.Live;
        _started = job.Clock.GetTimestamp();
        _time = job.Budget.Seconds is { } seconds
            ? new CancellationTokenSource(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestSeconds)), job.Clock)
            : new CancellationTokenSource();
        _either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _time.Token);
    }

    public void Dispose()
    {
        _either.Dispose();
        _time.Dispose();
    }

    public async Task<AgentReport> RunAsync()
    {
        Open();
        LoopEnd end;
        try
        {
            end = _meter.Refusal() ?? await LoopAsync();
        }
        catch (Exception) when (_cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancel);
        }
        catch (Exception e) when (_time.IsCancellationRequested && e is not InputException)
        {
            end = new LoopEnd(StopReason.Time, null) { Error = _faultOfCall ?? Silence() };
        }
        catch (ModelFaultException e)
        {
            end = e.ContextIsFull ? new LoopEnd(StopReason.Context, e.Error.Message) : LoopEnd.OfFault(e.Error);
        }
        catch (SandboxException e)
        {
            end = LoopEnd.OfFault(MissingCause.Sandbox, e.Message.ReplaceLineEndings("; "));
        }
        catch (Exception e) when (e is not InputException)
        {
            // The text of an exception that nobody foresaw may hold anything, a key too.
            end = LoopEnd.OfFault(MissingCause.Agent, $"the harness broke: {e.GetType().Name}");
        }

        _events.Add(new TranscriptEvent.Ended(end.Stop, end.Detail));
        return new AgentReport(end.Stop, new Transcript(_events))
        {
            Error = end.Error,
            Usage = _meter.Usage,
            Turns = _meter.Turns,
            CallsWithoutUsage = _meter.CallsWithoutUsage,
            OvershootTokens = _meter.OvershootTokens,
            Elapsed = _job.Clock.GetElapsedTime(_started),
        };
    }

    void IProgress<AttemptError>.Report(AttemptError value) => _faultOfCall = value;

    // One long thought and a provider that hangs look alike, but a model that never answered has not been tried.
    private AttemptError? Silence() =>
        _meter.Turns == 0 ? new AttemptError(MissingCause.Provider, "no answer came within the time budget") : null;

    private async Task<LoopEnd> LoopAsync()
    {
        var nudged = false;
        while (true)
        {
            _either.Token.ThrowIfCancellationRequested();
            if (_meter.Exhausted() is { } empty)
            {
                return empty;
            }

            var answer = await AskAsync();
            if (_meter.Count(answer) is { } over)
            {
                return over;
            }

            if (answer.ToolCalls.Count > 0)
            {
                nudged = false;
                foreach (var call in answer.ToolCalls)
                {
                    await CarryOutAsync(call);
                }
            }
            else if (SaysDone(answer.Text))
            {
                return new LoopEnd(StopReason.Finished, null);
            }
            else if (nudged)
            {
                return new LoopEnd(StopReason.NoToolCall, null);
            }
            else
            {
                nudged = true;
                Tell(WithLeft(BashLoopSpecification.Nudge));
            }
        }
    }

    private void Open()
    {
        _conversation.Add(new ModelMessage.Instructions(BashLoopSpecification.SystemPrompt));
        _events.Add(new TranscriptEvent.Told("system", BashLoopSpecification.SystemPrompt));
        var stated = _job.Budget.Disclosure == BudgetDisclosure.None ? "" : _meter.Stated();
        Tell(stated.Length == 0 ? _job.Instruction : $"{_job.Instruction}\n\n{stated}");
    }

    private void Tell(string text)
    {
        _conversation.Add(new ModelMessage.FromUser(text));
        _events.Add(new TranscriptEvent.Told("user", text));
    }

    private async Task<ModelAnswer> AskAsync()
    {
        var request = new ModelRequest
        {
            Messages = [.. _conversation],
            Tools = [BashLoopSpecification.Tool],
            Configuration = _job.Configuration,
            MaxOutputTokens = _meter.LargestOutput(_job.Configuration.MaxOutputTokens),
            Faults = this,
        };

        // A client that does not hear the cancellation must not hold the attempt beyond its time.
        var answer = await _job.Model.AskAsync(request, _either.Token).WaitAsync(_either.Token);
        _faultOfCall = null;
        _events.Add(new TranscriptEvent.Answered(answer));
        var empty = answer.Text.Length == 0 && answer.ToolCalls.Count == 0;
        _conversation.Add(new ModelMessage.FromModel(empty ? answer with { Text = BashLoopSpecification.NoWords } : answer));
        return answer;
    }

    private async Task CarryOutAsync(ToolCall call)
    {
        var bash = BashCall.Of(call);
        if (bash.Refusal is { } refusal)
        {
            var told = WithLeft(refusal);
            _events.Add(new TranscriptEvent.Refused(call.Id, told));
            _conversation.Add(new ModelMessage.FromTool(call.Id, told));
            return;
        }

        var limit = bash.Timeout < _job.Sandbox.Policy.WallClock ? bash.Timeout : _job.Sandbox.Policy.WallClock;
        _either.Token.ThrowIfCancellationRequested();
        var result = await _job.Sandbox.RunAsync(SandboxedCommand.Bash(bash.Command) with { WallClock = limit }, _either.Token);
        if (result.End == CommandEnd.Cancelled)
        {
            // How far it came depends on the machine, so nothing of its output is kept.
            _events.Add(new TranscriptEvent.Ran(call.Id, bash.Command, BashLoopSpecification.BudgetLine, ExitCode: null));
            _either.Token.ThrowIfCancellationRequested();
        }

        var shown = WithLeft(ShownOutput.Of(result, limit));
        _events.Add(new TranscriptEvent.Ran(call.Id, bash.Command, shown, result.ExitCode));
        _conversation.Add(new ModelMessage.FromTool(call.Id, shown));
    }

    private string WithLeft(string text) => _live && _meter.Left() is { Length: > 0 } left ? $"{text}\n{left}" : text;

    /// <summary>Whether a line says so, marks of emphasis and a full stop aside.</summary>
    private static bool SaysDone(string text) => text.Split('\n').Any(line => line.Trim(s_aroundDone) is BashLoopSpecification.DoneMarker);
}
