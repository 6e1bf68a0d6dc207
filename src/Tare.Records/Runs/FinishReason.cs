namespace Tare.Records;

/// <summary>Why a model's answer ended.</summary>
public enum FinishReason
{
    /// <summary>The provider does not say, or says something else.</summary>
    Unknown,

    /// <summary>The model ended it.</summary>
    Stop,

    /// <summary>The model asks for tools.</summary>
    ToolCalls,

    /// <summary>The largest output, or the context, was reached.</summary>
    Length,

    /// <summary>A filter of the provider.</summary>
    ContentFilter,
}
