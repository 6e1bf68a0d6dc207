using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>An adaptive test: the most informative item at Warm's weighted-likelihood estimate, until the standard error is small enough.</summary>
/// <remarks>Lord (1980), chapter 10; van der Linden and Glas (2010). See docs/methods/adaptive-testing.md.</remarks>
public sealed class AdaptiveTest
{
    private AdaptiveTest(ItemBank bank, AdaptiveOptions options, string[] groups, double[] shares, int[] groupOf)
    {
        (Bank, Options, Groups, Shares, GroupOf) = (bank, options, groups, shares, groupOf);
        Admission = [.. Enumerable.Repeat(1.0, bank.Items.Count)];
    }

    /// <summary>The items.</summary>
    public ItemBank Bank { get; }

    /// <summary>How it chooses and stops.</summary>
    public AdaptiveOptions Options { get; }

    /// <summary>Probability with which an item that was selected is given, in the order of the bank: 1 without Sympson and Hetter's control.</summary>
    public IReadOnlyList<double> Admission { get; private init; }

    /// <summary>Groups under content balance, ordered; none without it.</summary>
    public IReadOnlyList<string> Groups { get; }

    internal IReadOnlyList<double> Shares { get; }

    internal IReadOnlyList<int> GroupOf { get; }

    internal int MaximumItems => Options.MaximumItems ?? Bank.Items.Count;

    /// <summary>Prepares a test; Sympson and Hetter's probabilities are found by simulation here.</summary>
    /// <param name="bank">The items.</param>
    /// <param name="options">How it chooses and stops.</param>
    /// <param name="progress">Told the number of finished simulated tests of <see cref="ExposureTests"/>, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between simulated tests.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or a group has no item.</exception>
    public static AdaptiveTest For(
        ItemBank bank,
        AdaptiveOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(options);
        AdaptiveChecks.Check(bank, options);
        var groups = options.GroupShares?.Keys.Order(StringComparer.Ordinal).ToArray() ?? [];
        var sum = options.GroupShares?.Values.Sum() ?? 1;
        var shares = groups.Select(g => options.GroupShares![g] / sum).ToArray();
        var groupOf = bank.Items.Select(item => item.Group is null ? -1 : Array.IndexOf(groups, item.Group)).ToArray();
        var test = new AdaptiveTest(bank, options, groups, shares, groupOf);
        return options.Exposure is ExposureControl.SympsonHetter control
            ? SympsonHetterRounds.Admit(test, control.Limit, progress, cancel)
            : test;
    }

    /// <summary>How many tests <see cref="For"/> simulates for these options.</summary>
    /// <param name="options">The options.</param>
    public static int ExposureTests(AdaptiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Exposure is ExposureControl.SympsonHetter ? SympsonHetterRounds.Rounds * SympsonHetterRounds.Tests : 0;
    }

    /// <summary>The same test with other probabilities of admission.</summary>
    internal AdaptiveTest With(double[] admission) => new(Bank, Options, [.. Groups], [.. Shares], [.. GroupOf]) { Admission = admission };

    /// <summary>The plan of a person who has answered nothing yet.</summary>
    /// <param name="person">Identifier: it names the random stream of exposure control.</param>
    public AdaptivePlan PlanFor(string person) => Plan(person, [], []);

    /// <summary>The plan of every person of a matrix, in its order.</summary>
    /// <param name="data">What the persons have answered; facets are not used.</param>
    public IReadOnlyList<AdaptivePlan> PlansFor(ResponseMatrix data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var reader = new AnswerReader(data);
        var plans = new AdaptivePlan[data.Persons.Count];
        for (var p = 0; p < plans.Length; p++)
        {
            var answers = new List<(int Item, double Right, double Trials)>();
            var unknown = new List<string>();
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                var id = data.Items[data.ItemOf[k]];
                if (Bank.IndexOf(id) is var item && item >= 0)
                {
                    var (right, trials) = reader[k];
                    answers.Add((item, right, trials));
                }
                else
                {
                    unknown.Add(id);
                }
            }

            plans[p] = Plan(data.Persons[p], answers, unknown);
        }

        return plans;
    }

    private AdaptivePlan Plan(string person, List<(int Item, double Right, double Trials)> answers, List<string> unknown)
    {
        var session = new AdaptiveSession(this);
        session.Begin();
        foreach (var (item, right, trials) in answers)
        {
            session.Give(item);
            session.Answer(item, right, trials);
        }

        session.Estimate();
        var stoppedAbility = session.Stop() == AdaptiveStop.TargetReached ? session.Ability - session.StoppingBias() : null;
        var answered = session.Count;
        var stop = session.Stop();
        var theta = session.Ability ?? Options.StartAbility;
        var (next, reaches) = stop == AdaptiveStop.Continue ? Next(session, theta, person) : ([], stop == AdaptiveStop.TargetReached);
        return new AdaptivePlan
        {
            Person = person,
            Ability = Known(session, answers.Count),
            StoppedAbility = stoppedAbility,
            Answered = answered,
            Stop = stop,
            ChosenAt = theta,
            Next = next,
            ReachesTarget = reaches,
            UnknownItems = [.. unknown.Distinct(StringComparer.Ordinal)],
        };
    }

    private static Estimate Known(AdaptiveSession session, int answers) =>
        session.Ability is { } value
            ? new Estimate.Known(value, 1 / Math.Sqrt(session.Information))
            : new Estimate.NotIdentified(
                answers == 0
                    ? "The person has answered no item of the bank yet; answers to its items would identify the ability."
                    : "The estimate lies outside -20 ... 20 logits: the items are far too easy or too hard for this person. Add items nearer to it."
            );

    private (IReadOnlyList<PlannedItem> Items, bool ReachesTarget) Next(AdaptiveSession session, double theta, string person)
    {
        var random = RandomSource.For($"{Options.Seed}/adaptive/plan/{person}", session.Count);
        var information = session.Information;
        var needed = 1 / (Options.TargetStandardError * Options.TargetStandardError);
        var planned = new List<PlannedItem>();
        while (information < needed && session.Count < Math.Min(MaximumItems, Bank.Items.Count))
        {
            var item = session.Choose(theta, random);
            session.Give(item);
            var (id, parameters, group) = Bank.Items[item];
            var own = parameters.Information(theta);
            information += own;
            planned.Add(new PlannedItem(id, group, own, parameters.Probability(theta), 1 / Math.Sqrt(information)));
        }

        return (planned, information >= needed);
    }
}
