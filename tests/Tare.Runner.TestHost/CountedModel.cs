using System.Globalization;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner.TestHost;

/// <summary>Answers by the request alone, after a few milliseconds; a line in a file counts each call before it is answered.</summary>
/// <param name="calls">The file.</param>
public sealed class CountedModel(string calls) : IModelProvider
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public IModelClient Open(AttemptContext context) => new Client(this, context.Key);

    /// <inheritdoc/>
    public void Dispose() { }

    private void Count(string line)
    {
        lock (_gate)
        {
            File.AppendAllText(calls, line + "\n");
        }
    }

    private sealed class Client(CountedModel model, AttemptKey key) : IModelClient
    {
        public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
        {
            var call = request.Messages.Count(m => m is ModelMessage.FromModel) + 1;
            model.Count(string.Create(CultureInfo.InvariantCulture, $"{key.Id} {call}"));
            // Between 0 and 4 ms, another one for each attempt and call.
            await Task.Delay(((key.Number * 7) + (call * 3) + key.Item[^1]) % 5, cancel);
            // Every third attempt writes only one of the two lines.
            var second = key.Number % 3 == 0 ? "true" : "echo two >>result";
            return call switch
            {
                1 => Bash("echo one >result", call),
                2 => Bash(second, call),
                _ => new ModelAnswer("DONE", [], FinishReason.Stop) { Usage = new TokenUsage(10 * call, 1) },
            };
        }

        private static ModelAnswer Bash(string command, int call) =>
            new("", [new ToolCall($"call-{call}", "bash", $$"""{"command":"{{command}}"}""")], FinishReason.ToolCalls)
            {
                Usage = new TokenUsage(10 * call, 5) { Reasoning = 2 },
            };
    }
}
