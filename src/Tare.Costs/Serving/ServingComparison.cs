using Tare.Records;

namespace Tare.Costs;

/// <summary>Two models side by side over context lengths: the curve behind a headline ratio.</summary>
public sealed record ServingComparison
{
    private ServingComparison() { }

    /// <summary>Identifier of the model in question.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Identifier of the model it is compared with.</summary>
    public required string ReferenceId { get; init; }

    /// <summary>One point per context length, in the order asked for.</summary>
    public required IReadOnlyList<ServingRatio> Points { get; init; }

    /// <summary>Doublings from 4,096 to 1,048,576 tokens.</summary>
    public static IReadOnlyList<long> UsualContexts { get; } = [.. Enumerable.Range(12, 9).Select(power => 1L << power)];

    /// <summary>Each model with the cache format and the weights that its developer's report states.</summary>
    /// <param name="subject">The model in question.</param>
    /// <param name="reference">The model it is compared with.</param>
    /// <param name="contexts">Context lengths in tokens, each from 1 to 2^32.</param>
    public static ServingComparison Of(Architecture subject, Architecture reference, IEnumerable<long> contexts) =>
        Of(subject, ServingOptions.NativeTo(subject), reference, ServingOptions.NativeTo(reference), contexts);

    /// <summary>Each model counted as its options say. A ratio of caches in different formats mixes architecture and precision.</summary>
    /// <param name="subject">The model in question.</param>
    /// <param name="subjectOptions">How the subject is counted.</param>
    /// <param name="reference">The model it is compared with.</param>
    /// <param name="referenceOptions">How the reference is counted.</param>
    /// <param name="contexts">Context lengths in tokens, each from 1 to 2^32.</param>
    public static ServingComparison Of(
        Architecture subject,
        ServingOptions subjectOptions,
        Architecture reference,
        ServingOptions referenceOptions,
        IEnumerable<long> contexts
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(contexts);
        return new()
        {
            SubjectId = subject.Id,
            ReferenceId = reference.Id,
            Points =
            [
                .. contexts.Select(context => new ServingRatio(
                    context,
                    ServingCost.Of(subject, context, subjectOptions),
                    ServingCost.Of(reference, context, referenceOptions)
                )),
            ],
        };
    }
}
