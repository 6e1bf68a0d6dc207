namespace Tare.Harnesses;

/// <summary>The spans of questions to models: one for each, by OpenTelemetry's GenAI conventions. They hold no word of a conversation.</summary>
public static class ModelSpans
{
    /// <summary>Name of their <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string SourceName = "Tare.Harnesses";
}
