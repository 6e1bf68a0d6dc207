using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>
/// A model of known ability theta. It solves an item of difficulty b with probability 1 / (1 + exp(b - theta)): then it carries out the item's solution
/// through the tool <c>bash</c>, else it says at once that it is done.
/// </summary>
/// <param name="ability">Its ability, logits.</param>
internal sealed class SimulatedModel(double ability) : IModelProvider
{
    public IModelClient Open(AttemptContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Client(ability, context);
    }

    public void Dispose()
    {
        // Holds nothing.
    }

    /// <summary>Whether the model of an ability solves the attempt's item: a draw in [0, 1) below the probability.</summary>
    internal static bool Solves(double ability, double difficulty, AttemptContext context) =>
        Draw(context) < 1 / (1 + Math.Exp(difficulty - ability));

    /// <summary>
    /// The draw of an attempt, uniform on [0, 1): the first 53 bits of SHA-256 over seed, label, item and number, each with its length before it. One draw
    /// an attempt needs no stream, and a digest is the same everywhere.
    /// </summary>
    internal static double Draw(AttemptContext context)
    {
        var key = context.Key;
        string[] parts = ["simulated-model", context.Seed, key.Model, key.Item, key.Number.ToString(CultureInfo.InvariantCulture)];
        var name = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p}")));
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return (BinaryPrimitives.ReadUInt64BigEndian(digest) >> 11) * Math.ScaleB(1, -53);
    }

    private sealed class Client(double ability, AttemptContext context) : IModelClient
    {
        public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
        {
            ArgumentNullException.ThrowIfNull(request);
            cancel.ThrowIfCancellationRequested();
            var difficulty =
                context.SimulatedDifficulty
                ?? throw new ModelFaultException(
                    new AttemptError(
                        MissingCause.Benchmark,
                        $"the task {context.Key.Item} states no simulated_difficulty, which a simulated model is held against"
                    )
                );
            var first = !request.Messages.Any(m => m is ModelMessage.FromModel);
            var answer =
                first && Solves(ability, difficulty, context)
                    ? StatedUsage.Answer(request, "", [SolutionCall.Of(context, request)], FinishReason.ToolCalls, usage: null)
                    : StatedUsage.Answer(request, BashLoopSpecification.DoneMarker, [], FinishReason.Stop, usage: null);
            return Task.FromResult(answer with { Model = "simulated" });
        }
    }
}
