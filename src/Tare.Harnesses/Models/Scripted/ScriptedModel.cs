using System.Globalization;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A model whose answers are in a file. Which answer comes next is counted in the conversation itself, so that a replay goes on where it was.</summary>
/// <param name="script">The answers.</param>
internal sealed class ScriptedModel(ScriptFile script) : IModelProvider
{
    public IModelClient Open(AttemptContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Client(script, context);
    }

    public void Dispose()
    {
        // Holds nothing.
    }

    private sealed class Client(ScriptFile script, AttemptContext context) : IModelClient
    {
        public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
        {
            ArgumentNullException.ThrowIfNull(request);
            cancel.ThrowIfCancellationRequested();
            var number = 1 + request.Messages.Count(m => m is ModelMessage.FromModel);
            if (script.Answer(context.Key.Item, number) is not { } line)
            {
                var what = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{script.Path} has no answer {number} for the item {context.Key.Item}"
                );
                throw new ModelFaultException(
                    new AttemptError(MissingCause.Provider, what + "; add a line, or \"repeat\": true to the last one")
                );
            }

            var calls = line.Solution ? [SolutionCall.Of(context, request)] : line.Calls;
            var answer = StatedUsage.Answer(request, line.Text, calls, line.Finish, line.Usage);
            return Task.FromResult(answer with { Model = "scripted" });
        }
    }
}
