using System.Globalization;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>Counts what an attempt spends, as its provider reports it, and says when nothing is left.</summary>
internal sealed class BudgetMeter(Budget budget, ModelPrice? price)
{
    private const long MostTokensOfACall = ChatMapping.MostTokens;
    private const decimal Million = 1_000_000;

    public TokenUsage Usage { get; private set; } = TokenUsage.None;
    public int Turns { get; private set; }
    public int CallsWithoutUsage { get; private set; }

    public long OvershootTokens => Math.Max(0, Usage.Total - (budget.Tokens ?? Usage.Total));

    private long? TokensLeft => budget.Tokens - Usage.Total;

    // An unknown cost never gets this far: the attempt ends with a fault before.
    private decimal? CostLeft => budget.CostUsd - price?.CostOf(Usage);

    private int Answers => budget.Turns ?? BashLoopSpecification.UnstatedTurns;

    /// <summary>Why the budget cannot be kept at all, or <see langword="null"/>.</summary>
    public LoopEnd? Refusal() =>
        budget.CostUsd is not null && price is not { Input: not null, Output: not null }
            ? LoopEnd.OfFault(
                MissingCause.Operator,
                "a budget of cost was set and the price book does not know what this model's input and output cost"
            )
            : null;

    /// <summary>The budget of which nothing is left for another call, or <see langword="null"/>.</summary>
    public LoopEnd? Exhausted()
    {
        if (Turns >= Answers)
        {
            return new LoopEnd(
                StopReason.Turns,
                budget.Turns is null ? "no budget of turns was set; this is the harness's own bound" : null
            );
        }

        return TokensLeft <= 0 ? new LoopEnd(StopReason.Tokens, null)
            : LargestOutput(null) < 1 ? new LoopEnd(StopReason.Cost, null)
            : null;
    }

    /// <summary>The largest output that the next call may have, tokens: what the configuration says, or less where less is left.</summary>
    /// <param name="configured">What the configuration says, or <see langword="null"/>.</param>
    public long? LargestOutput(long? configured)
    {
        long? affordable = null;
        if (CostLeft is { } left)
        {
            var tokens =
                price!.Output > 0 ? left * Million / price.Output.Value
                : left > 0 ? MostTokensOfACall
                : 0;
            affordable = (long)Math.Clamp(Math.Floor(tokens), 0, MostTokensOfACall);
        }

        return Least(Least(configured, TokensLeft), affordable);
    }

    /// <summary>Counts an answer; what ends the attempt because of it, or <see langword="null"/>.</summary>
    public LoopEnd? Count(ModelAnswer answer)
    {
        Turns++;
        if (answer.Usage is not { } usage)
        {
            CallsWithoutUsage++;
            return budget.Tokens is null && budget.CostUsd is null
                ? null
                : Fault($"call {Text(Turns)}: the provider reported no token count, so the budget of tokens or cost cannot be kept");
        }

        long[] counts = [usage.Input, usage.CacheRead, usage.CacheWrite, usage.Output, usage.Reasoning ?? 0];
        if (counts.Any(c => c is < 0 or > MostTokensOfACall))
        {
            CallsWithoutUsage++;
            return Fault(
                $"call {Text(Turns)}: the provider reported a token count that cannot be ({string.Join(", ", counts.Select(Text))})"
            );
        }

        Usage = Usage.Plus(usage);
        if (OvershootTokens > 0)
        {
            return new LoopEnd(
                StopReason.Tokens,
                $"the last answer went {Text(OvershootTokens)} tokens over the budget and was not carried out"
            );
        }

        if (budget.CostUsd is null)
        {
            return null;
        }

        return CostLeft switch
        {
            null => LoopEnd.OfFault(
                MissingCause.Operator,
                $"call {Text(Turns)}: the price book has no price for the kind of tokens that it used (cache)"
            ),
            < 0 => new LoopEnd(StopReason.Cost, "the last answer went over the budget and was not carried out"),
            _ => null,
        };
    }

    /// <summary>What may be spent, for the model; empty where nothing is limited.</summary>
    public string Stated() =>
        In(
            BashLoopSpecification.BudgetFormat,
            Part(BashLoopSpecification.TokensFormat, budget.Tokens?.ToString(CultureInfo.InvariantCulture)),
            Part(BashLoopSpecification.TurnsFormat, budget.Turns?.ToString(CultureInfo.InvariantCulture)),
            Part(BashLoopSpecification.CostFormat, Money(budget.CostUsd)),
            Part(BashLoopSpecification.SecondsFormat, budget.Seconds is { } s ? Text((long)Math.Floor(s)) : null)
        );

    /// <summary>
    /// What is left, for the model; empty where nothing is limited but time. The time that is left is not told: it is another one in a replay,
    /// which would then no longer ask the same question.
    /// </summary>
    public string Left() =>
        In(
            BashLoopSpecification.LeftFormat,
            Part(BashLoopSpecification.TokensLeftFormat, TokensLeft?.ToString(CultureInfo.InvariantCulture)),
            Part(BashLoopSpecification.TurnsFormat, budget.Turns is { } turns ? Text(turns - Turns) : null),
            Part(BashLoopSpecification.CostFormat, Money(CostLeft))
        );

    private static LoopEnd Fault(string message) => LoopEnd.OfFault(MissingCause.Provider, message);

    private static long? Least(long? left, long? right) =>
        left is null ? right
        : right is null ? left
        : Math.Min(left.Value, right.Value);

    private static string In(string format, params IReadOnlyList<string?> parts)
    {
        var list = string.Join(", ", parts.Where(p => p is not null));
        return list.Length == 0 ? "" : BashLoopSpecification.Fill(format, list);
    }

    private static string? Part(string format, string? value) => value is null ? null : BashLoopSpecification.Fill(format, value);

    private static string? Money(decimal? value) =>
        value is { } v ? (Math.Floor(v * 10_000) / 10_000).ToString("0.0000", CultureInfo.InvariantCulture) : null;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
