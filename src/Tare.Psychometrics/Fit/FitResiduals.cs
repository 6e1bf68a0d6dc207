namespace Tare.Psychometrics;

/// <summary>Residuals of all answers, summed by person and by item.</summary>
internal sealed record FitResiduals(PersonScore[] Scores, ItemFit[] Items, PersonFit[] Persons)
{
    private const int MostChunks = 8;

    internal static FitResiduals Of(FitInput input, FitOptions options, CancellationToken cancel)
    {
        var scores = Score(input, options.Threads, cancel);
        var persons = new PersonFit[scores.Length];
        for (var p = 0; p < persons.Length; p++)
        {
            persons[p] = Person(input.Data.Persons[p], scores[p], input.Data.IsContinuous);
        }

        var groups = AbilityGroups.Of(input, scores, options.ResidualGroups);
        return new FitResiduals(scores, ItemFits(input, scores, groups, options.Threads, cancel), persons);
    }

    /// <summary>Every person's ability and fit.</summary>
    internal static PersonScore[] Score(FitInput input, int threads, CancellationToken cancel)
    {
        var scores = new PersonScore[input.Persons];
        Blocks.Run(
            Chunks(input),
            threads,
            chunk =>
            {
                var (first, end) = Part(input, chunk);
                for (var p = first; p < end; p++)
                {
                    scores[p] = PersonScoring.Score(input, input.Data.PersonStart[p], input.Data.PersonStart[p + 1], input.Starts[p]);
                }
            },
            cancel
        );
        return scores;
    }

    private static ItemFit[] ItemFits(FitInput input, PersonScore[] scores, AbilityGroups groups, int threads, CancellationToken cancel)
    {
        var chunks = new ItemSums[Chunks(input)];
        Blocks.Run(
            chunks.Length,
            threads,
            chunk =>
            {
                var sums = new ItemSums(input.Items, groups.Count);
                var (first, end) = Part(input, chunk);
                for (var p = first; p < end; p++)
                {
                    if (scores[p].Kind == PersonScoreKind.Scored)
                    {
                        sums.Add(input, p, scores[p].Theta, groups.Of(p));
                    }
                }

                chunks[chunk] = sums;
            },
            cancel
        );
        for (var k = 1; k < chunks.Length; k++)
        {
            chunks[0].Add(chunks[k]);
        }

        return [.. Enumerable.Range(0, input.Items).Select(item => Item(input, item, chunks[0]))];
    }

    private static ItemFit Item(FitInput input, int item, ItemSums sums)
    {
        var id = input.Data.Items[item];
        if (!input.IsKnown[item])
        {
            return new ItemFit(
                id,
                0,
                null,
                null,
                [],
                "The item has no parameters: it was solved by all who tried it or by none, or its answers do not depend on ability."
            );
        }

        var (answers, infit, outfit) = (sums.Fit(item).Answers, sums.Fit(item).Infit, sums.Fit(item).Outfit);
        var reason =
            input.Data.IsContinuous ? Continuous
            : infit is null || outfit is null ? "Nobody with right and wrong answers tried the item."
            : null;
        return reason is null
            ? new ItemFit(id, answers, infit, outfit, sums.Curve(item), null)
            : new ItemFit(id, answers, null, null, sums.Curve(item), reason);
    }

    private static PersonFit Person(string id, PersonScore score, bool isContinuous)
    {
        Estimate ability =
            score.Kind == PersonScoreKind.NoAnswers ? new Estimate.NotIdentified("The person has no answer to a calibrated item.")
            : score.Kind == PersonScoreKind.OutOfReach
                ? new Estimate.NotIdentified(
                    $"The estimate lies outside -{PersonScoring.Limit} ... {PersonScoring.Limit} logits: the items are far too easy or too hard for this person."
                )
            : new Estimate.Known(score.Theta, 1 / Math.Sqrt(score.Information));
        var reason = score.Kind switch
        {
            _ when isContinuous => Continuous,
            PersonScoreKind.Scored when score.Infit is not null && score.Outfit is not null => null,
            PersonScoreKind.Scored => "The model expects the same of every answer, so no answer can surprise.",
            PersonScoreKind.Extreme => "Every answer speaks for the same end of the scale: there is nothing to be surprised by.",
            _ => ((Estimate.NotIdentified)ability).Reason,
        };
        return reason is null
            ? new PersonFit(id, ability, score.Answers, score.Infit, score.Outfit, score.LzStar, null)
            : new PersonFit(id, ability, score.Answers, null, null, null, reason);
    }

    private const string Continuous = "Some responses are shares that are no k of n: they have no variance to compare residuals with.";

    /// <summary>The number depends on the data alone, so that the sums do not depend on the threads.</summary>
    private static int Chunks(FitInput input) => Math.Clamp(input.Persons / 64, 1, MostChunks);

    private static (int First, int End) Part(FitInput input, int chunk)
    {
        var chunks = Chunks(input);
        return ((int)((long)input.Persons * chunk / chunks), (int)((long)input.Persons * (chunk + 1) / chunks));
    }
}
