using System.Diagnostics;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>
/// The span of one question to a model, all its retries included, by OpenTelemetry's GenAI conventions (client inference spans). Holds no word of the
/// conversation.
/// </summary>
internal sealed class ModelSpan : IDisposable
{
    private static readonly ActivitySource s_source = new(ModelSpans.SourceName);

    private readonly Activity? _activity;

    private ModelSpan(Activity? activity) => _activity = activity;

    public void Dispose() => _activity?.Dispose();

    public static ModelSpan Start(ProviderName name, ModelRequest request)
    {
        var activity = s_source.StartActivity($"chat {name.Model}", ActivityKind.Client);
        if (activity is not null)
        {
            activity.SetTag("gen_ai.operation.name", "chat");
            activity.SetTag("gen_ai.provider.name", name.Provider);
            activity.SetTag("gen_ai.request.model", name.Model);
            activity.SetTag("server.address", name.BaseUrl.Host);
            activity.SetTag("server.port", name.BaseUrl.Port);
            activity.SetTag("gen_ai.request.max_tokens", request.MaxOutputTokens ?? request.Configuration.MaxOutputTokens);
            activity.SetTag("gen_ai.request.temperature", request.Configuration.Temperature);
            activity.SetTag("gen_ai.request.top_p", request.Configuration.TopP);
        }

        return new ModelSpan(activity);
    }

    public void Answered(ModelAnswer answer)
    {
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag("gen_ai.response.model", answer.Model);
        _activity.SetTag("gen_ai.response.finish_reasons", new[] { Word(answer.Finish) });
        if (answer.Usage is { } usage)
        {
            // The convention counts cached tokens within the input.
            _activity.SetTag("gen_ai.usage.input_tokens", usage.Input + usage.CacheRead + usage.CacheWrite);
            _activity.SetTag("gen_ai.usage.output_tokens", usage.Output);
            _activity.SetTag("gen_ai.usage.cache_read.input_tokens", usage.CacheRead);
            _activity.SetTag("gen_ai.usage.cache_creation.input_tokens", usage.CacheWrite);
            _activity.SetTag("gen_ai.usage.reasoning.output_tokens", usage.Reasoning);
        }
    }

    public void Failed(string kind, string message)
    {
        _activity?.SetTag("error.type", kind);
        _activity?.SetStatus(ActivityStatusCode.Error, message);
    }

    private static string Word(FinishReason finish) =>
        finish switch
        {
            FinishReason.Stop => "stop",
            FinishReason.ToolCalls => "tool_calls",
            FinishReason.Length => "length",
            FinishReason.ContentFilter => "content_filter",
            _ => "unknown",
        };
}
