using Tare.Records;

namespace Tare.Analysis;

/// <summary>Attributes the difference between two methodologies to the choices in which they differ, by exact Shapley values.</summary>
/// <remarks>
/// Every mixture of the two is computed: with k choices that differ there are 2^k. The share of a choice is the mean, over all orders in which the
/// choices can be exchanged one after the other, of what exchanging it does. Shares sum to the difference, and exchanging the two methodologies flips
/// every sign. Where a mixture has no answer, the fewest choices that have to move together so that all others have one are fused into one part.
/// Formulas and limits: docs/methods/attribution.md.
/// </remarks>
public static class Attribution
{
    private const int FewestSharedModels = 2;

    /// <summary>The attribution.</summary>
    /// <param name="a">The first methodology.</param>
    /// <param name="b">The second methodology.</param>
    /// <param name="evidences">Every evidence that either names, by name.</param>
    /// <param name="estimand">Months, or Elo between two models.</param>
    /// <param name="options">Draws and threads.</param>
    /// <param name="progress">Told the number of finished fits, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between fits.</param>
    /// <exception cref="InputException">A methodology has no answer of its own, or the two rest on evidence that cannot be compared.</exception>
    public static AttributionFinding Of(
        Methodology a,
        Methodology b,
        IReadOnlyDictionary<string, Evidence> evidences,
        Estimand estimand,
        AttributionOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(evidences);
        ArgumentNullException.ThrowIfNull(estimand);
        ArgumentNullException.ThrowIfNull(options);
        if (estimand.Kind == EstimandKind.Points)
        {
            throw InputException.At(
                "--estimand",
                "'points'",
                "months, or elo:FIRST:SECOND: points of two scales have no difference",
                "for example --estimand elo:gpt-5.5:deepseek-v4-pro"
            );
        }

        RequireComparable(a, b, evidences, estimand);
        var choices = MethodChoices.Differing(a, b, estimand);
        var engine = new SpecificationEngine(
            evidences,
            new SpecificationOptions { SignificanceDraws = options.SignificanceDraws, Threads = options.Threads }
        );
        var (left, right) = Named(a, b, choices);
        var mixtures = Enumerable.Range(0, 1 << choices.Count).Select(mask => MethodChoices.Mix(left, right, At(choices, mask))).ToArray();
        var answers = engine.Values(mixtures, estimand, progress, cancel);
        RequireAnswer(a, answers[0]);
        RequireAnswer(b, answers[^1]);
        var fused = Fused(answers, choices.Count);
        return Finding(a, b, estimand, choices, answers, fused) with
        {
            Fits = engine.FitCount,
            SignificanceDraws =
                estimand.Kind == EstimandKind.Months && mixtures.Any(m => m.Lag == LagDefinition.CatchUp) ? options.SignificanceDraws : 0,
        };
    }

    /// <summary>The names of the evidences that an attribution needs.</summary>
    /// <param name="a">The first methodology.</param>
    /// <param name="b">The second methodology.</param>
    /// <param name="estimand">What is asked.</param>
    public static IReadOnlyList<string> EvidenceNames(Methodology a, Methodology b, Estimand estimand)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(estimand);
        return [.. new[] { a, b }.Select(m => MethodChoices.EvidenceOf(m, estimand)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The smallest set of players, as a mask, that has to move together so that every remaining mixture has an answer; 0 where none has to. Of sets of
    /// equal size the first in the order of the choices.
    /// </summary>
    internal static int Fused(SpecificationValue[] answers, int players)
    {
        var failing = Enumerable.Range(0, answers.Length).Where(m => answers[m].Value is null).ToArray();
        if (failing.Length == 0)
        {
            return 0;
        }

        return Enumerable
            .Range(1, answers.Length - 1)
            .OrderBy(m => System.Numerics.BitOperations.PopCount((uint)m))
            .ThenBy(m => m)
            .First(set => failing.All(mask => (mask & set) != 0 && (mask & set) != set));
    }

    /// <summary>Methodologies of one likelihood draw from one stream, the same whichever is named first: luck is no choice.</summary>
    private static (Methodology A, Methodology B) Named(Methodology a, Methodology b, IReadOnlyList<MethodChoice> choices)
    {
        var name = string.CompareOrdinal(a.Name, b.Name) <= 0 ? a.Name : b.Name;
        return choices.Contains(MethodChoice.Likelihood) ? (a, b) : (a with { Name = name }, b with { Name = name });
    }

    private static AttributionFinding Finding(
        Methodology a,
        Methodology b,
        Estimand estimand,
        IReadOnlyList<MethodChoice> choices,
        SpecificationValue[] answers,
        int fused
    )
    {
        // A player is a choice of its own, or the fused ones together.
        int[] players =
        [
            .. fused == 0 ? [] : new[] { fused },
            .. Enumerable.Range(0, choices.Count).Select(k => 1 << k).Where(bit => (fused & bit) == 0),
        ];
        players = [.. players.OrderBy(p => System.Numerics.BitOperations.TrailingZeroCount(p))];
        var values = Enumerable.Range(0, 1 << players.Length).Select(m => answers[MaskOf(players, m)].Value!.Value).ToArray();
        var shares = ShapleyValues.Of(values, players.Length);
        var together = ShapleyValues.Interactions(values, players.Length);
        var parts = players.Select(
            (p, k) =>
            {
                var mine = At(choices, p).ToArray();
                return new AttributionPart(mine, Words(mine, a), Words(mine, b), shares[k], values[1 << k] - values[0]);
            }
        );
        var agreed = MethodChoices.All.Except(choices).Select(c => new AttributionPart([c], Words([c], a), Words([c], b), 0, 0));
        return new AttributionFinding
        {
            A = a,
            B = b,
            Estimand = estimand,
            ValueOfA = values[0],
            ValueOfB = values[^1],
            Parts = [.. parts, .. agreed],
            Interactions = [.. Pairs(players, choices, together)],
            Refused = [.. Refusals(choices, answers)],
            Mixtures = answers.Length,
            Fits = 0,
            SignificanceDraws = 0,
        };

        string Words(IReadOnlyList<MethodChoice> of, Methodology m) =>
            string.Join(" + ", of.Select(c => MethodChoices.Describe(c, m, estimand)));
    }

    private static IEnumerable<AttributionInteraction> Pairs(int[] players, IReadOnlyList<MethodChoice> choices, double[,] together) =>
        from i in Enumerable.Range(0, players.Length)
        from j in Enumerable.Range(i + 1, players.Length - i - 1)
        orderby Math.Abs(together[i, j]) descending, i, j
        select new AttributionInteraction([.. At(choices, players[i])], [.. At(choices, players[j])], together[i, j]);

    private static IEnumerable<AttributionRefusal> Refusals(IReadOnlyList<MethodChoice> choices, SpecificationValue[] answers) =>
        Enumerable
            .Range(0, answers.Length)
            .Where(mask => answers[mask].Value is null)
            .Select(mask => new AttributionRefusal([.. At(choices, ~mask)], [.. At(choices, mask)], answers[mask].Reason!));

    private static IEnumerable<MethodChoice> At(IReadOnlyList<MethodChoice> choices, int mask) =>
        choices.Where((_, k) => (mask & (1 << k)) != 0);

    private static int MaskOf(int[] players, int coalition) => players.Where((_, k) => (coalition & (1 << k)) != 0).Sum();

    private static void RequireAnswer(Methodology m, SpecificationValue answer)
    {
        if (answer.Value is null)
        {
            throw InputException.At(
                $"methodology '{m.Name}'",
                $"no answer of its own: {answer.Reason}",
                "two methodologies that each have an answer",
                "choose another estimand, or change the methodology with --set-a or --set-b KEY=VALUE"
            );
        }
    }

    private static void RequireComparable(Methodology a, Methodology b, IReadOnlyDictionary<string, Evidence> evidences, Estimand estimand)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (left, right) = (evidences[MethodChoices.EvidenceOf(a, estimand)], evidences[MethodChoices.EvidenceOf(b, estimand)]);
        var known = right.Models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var shared = left.Models.Where(m => known.ContainsKey(m.Id)).ToList();
        if (shared.Count < FewestSharedModels)
        {
            throw InputException.At(
                $"evidence '{left.Name}' and evidence '{right.Name}'",
                $"they share {shared.Count} model(s) by identifier, so a difference between them has no common ground",
                $"at least {FewestSharedModels} models in both",
                "map the names of one to the other's when importing it, or give both methodologies one evidence"
            );
        }

        if (
            shared.Find(m =>
                !string.Equals(m.Country, known[m.Id].Country, StringComparison.Ordinal) || m.Weights != known[m.Id].Weights
            ) is
            { } other
        )
        {
            throw InputException.At(
                $"evidence '{left.Name}' and evidence '{right.Name}'",
                $"the model '{other.Id}' has another country or other weights in each, so its group would differ without any choice differing",
                "the same facts of a model in both",
                "correct one of the two"
            );
        }
    }
}
