using System.Globalization;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>Asks a chat client with the provider's limits, deadlines and retries.</summary>
internal sealed class ChatModelClient : IModelClient
{
    private static readonly ResiliencePropertyKey<Question> s_question = new("question");

    private readonly ProviderName _name;
    private readonly IChatClient _chat;
    private readonly ProviderGate _gate;
    private readonly ModelSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<ModelAnswer> _retry;

    public ChatModelClient(ProviderName name, IChatClient chat, ProviderGate gate, ModelSettings settings, TimeProvider clock)
    {
        _name = name;
        _chat = chat;
        _gate = gate;
        _settings = settings;
        _clock = clock;
        _retry = Pipeline();
    }

    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = ModelSpan.Start(_name, request);
        try
        {
            var answer = await AskWithinDeadlineAsync(request, cancel);
            span.Answered(answer);
            return answer;
        }
        catch (ModelFaultException e)
        {
            span.Failed((e.InnerException as ProviderFault)?.Kind ?? "_OTHER", e.Message);
            throw;
        }
        catch (OperationCanceledException)
        {
            span.Failed("cancelled", "withdrawn");
            throw;
        }
    }

    private async Task<ModelAnswer> AskWithinDeadlineAsync(ModelRequest request, CancellationToken cancel)
    {
        // Waiting for a place is our own doing and counts against no deadline.
        await _gate.EnterAsync(cancel);
        using var deadline = new CancellationTokenSource(_settings.Deadline, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        var question = new Question(_clock.GetUtcNow() + _settings.Deadline, request.Faults);
        var context = ResilienceContextPool.Shared.Get(either.Token);
        context.Properties.Set(s_question, question);
        try
        {
            var (messages, options) = (ChatMapping.Messages(request), ChatMapping.Options(request, _name.Model));
            return await _retry.ExecuteAsync(async c => await CallAsync(messages, options, question, c.CancellationToken), context);
        }
        catch (ProviderFault fault)
        {
            throw Fault(fault, question);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw Fault(question.Last ?? ProviderFault.TimeOut(_settings.Deadline), question);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            _gate.Leave();
        }
    }

    private async Task<ModelAnswer> CallAsync(
        IReadOnlyList<ChatMessage> messages,
        ChatOptions options,
        Question question,
        CancellationToken cancel
    )
    {
        await _gate.TurnAsync(cancel);
        question.Calls++;
        using var deadline = new CancellationTokenSource(_settings.CallDeadline, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        try
        {
            return ChatMapping.Answer(await _chat.GetResponseAsync(messages, options, either.Token));
        }
        catch (ProviderFault fault)
        {
            throw Seen(fault, question);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw Seen(ProviderFault.TimeOut(_settings.CallDeadline), question);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // What the vendors' libraries throw at a well-formed document that is no answer. Its text may repeat the document, which has no key in it.
            throw Seen(ProviderFault.Malformed(e.Message), question);
        }
    }

    private ProviderFault Seen(ProviderFault fault, Question question)
    {
        question.Last = fault;
        question.Faults?.Report(Error(fault, question));
        return fault;
    }

    private AttemptError Error(ProviderFault fault, Question question)
    {
        var calls = question.Calls == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (after {question.Calls} calls)");
        return new AttemptError(MissingCause.Provider, $"{_name}: {fault.Message}{calls}");
    }

    private ModelFaultException Fault(ProviderFault fault, Question question) =>
        new(Error(fault, question), fault) { ContextIsFull = fault.ContextIsFull };

    private ResiliencePipeline<ModelAnswer> Pipeline()
    {
        var builder = new ResiliencePipelineBuilder<ModelAnswer> { TimeProvider = _clock };
        if (_settings.Retries > 0)
        {
            builder.AddRetry(
                new RetryStrategyOptions<ModelAnswer>
                {
                    MaxRetryAttempts = _settings.Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = _settings.FirstDelay,
                    MaxDelay = _settings.LongestDelay,
                    ShouldHandle = args => ValueTask.FromResult(IsWorthAnother(args.Outcome.Exception, args.Context)),
                    DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as ProviderFault)?.RetryAfter),
                    OnRetry = args =>
                    {
                        // What the provider asked of one it asked of all.
                        _gate.Pause((args.Outcome.Exception as ProviderFault)?.RetryAfter ?? TimeSpan.Zero);
                        return ValueTask.CompletedTask;
                    },
                }
            );
        }

        return builder.Build();
    }

    private bool IsWorthAnother(Exception? exception, ResilienceContext context) =>
        exception is ProviderFault { Passes: true } fault
        && _clock.GetUtcNow() + (fault.RetryAfter ?? TimeSpan.Zero) < context.Properties.GetValue(s_question, null!).Until;

    /// <summary>What happened to one question so far.</summary>
    private sealed class Question(DateTimeOffset until, IProgress<AttemptError>? faults)
    {
        public DateTimeOffset Until => until;
        public IProgress<AttemptError>? Faults => faults;
        public int Calls { get; set; }
        public ProviderFault? Last { get; set; }
    }
}
