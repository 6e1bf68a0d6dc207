using System.Text;
using System.Text.Json;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A tool call as the harness understands it: a command, or the reason why it is none.</summary>
internal sealed record BashCall
{
    private BashCall() { }

    /// <summary>The command; empty where <see cref="Refusal"/> says why there is none.</summary>
    public string Command { get; private init; } = "";

    /// <summary>Elapsed time that it gets.</summary>
    public TimeSpan Timeout { get; private init; } = TimeSpan.FromSeconds(BashLoopSpecification.CommandSeconds);

    /// <summary>What the model is told instead of an output, or <see langword="null"/>.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Reads a call as strictly as the tool's schema states it; arguments that the schema does not name are passed over.</summary>
    /// <param name="call">The call, as the model wrote it.</param>
    public static BashCall Of(ToolCall call)
    {
        if (!string.Equals(call.Name, BashLoopSpecification.Tool.Name, StringComparison.Ordinal))
        {
            return Refused(BashLoopSpecification.UnknownTool);
        }

        try
        {
            using var json = JsonDocument.Parse(call.Arguments);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Of(json.RootElement) : Refused(BashLoopSpecification.NoObject);
        }
        catch (JsonException)
        {
            return Refused(BashLoopSpecification.NoObject);
        }
        catch (InvalidOperationException)
        {
            // An escape of half a surrogate pair is JSON, and no text.
            return Refused(BashLoopSpecification.NoObject);
        }
    }

    private static BashCall Of(JsonElement arguments)
    {
        if (!arguments.TryGetProperty("command", out var text) || text.ValueKind != JsonValueKind.String)
        {
            return Refused(BashLoopSpecification.NoCommand);
        }

        var command = text.GetString()!;
        if (command.Contains('\0', StringComparison.Ordinal))
        {
            return Refused(BashLoopSpecification.ZeroByte);
        }

        if (Encoding.UTF8.GetByteCount(command) > BashLoopSpecification.LargestCommandBytes)
        {
            return Refused(BashLoopSpecification.LongCommand);
        }

        if (!arguments.TryGetProperty("timeout_seconds", out var seconds) || seconds.ValueKind == JsonValueKind.Null)
        {
            return new BashCall { Command = command };
        }

        var whole =
            seconds.ValueKind == JsonValueKind.Number
            && seconds.TryGetDouble(out var value)
            && value is >= 1 and <= BashLoopSpecification.LongestCommandSeconds
            && value == Math.Floor(value);
        return whole
            ? new BashCall { Command = command, Timeout = TimeSpan.FromSeconds(seconds.GetDouble()) }
            : Refused(BashLoopSpecification.BadTimeout);
    }

    private static BashCall Refused(string reason) => new() { Refusal = reason };
}
