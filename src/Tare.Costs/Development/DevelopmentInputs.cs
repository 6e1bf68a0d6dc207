using System.Globalization;
using Tare.Records;

namespace Tare.Costs;

/// <summary>What the development model is asked.</summary>
public sealed record DevelopmentInputs
{
    private static readonly decimal s_mostUsd = 1e15m;

    /// <summary>Cost of the final training run (T), US dollars, above 0 and at most 1e15. Default 0.5e9.</summary>
    public UsdInput FinalRun { get; init; } =
        new(
            UsdRange.Exactly(0.5e9m),
            InputBasis.Sourced("Epoch AI (You), 2025-10-10: the final GPT-4.5 run at about 0.4e9; other finals about 0.08e9")
        );

    /// <summary>Research and development as a share of research, development and final run (rho), inside (0, 1). Default 0.70 to 0.90.</summary>
    public RatioInput RdShare { get; init; } =
        new(
            new RatioRange(0.70, 0.80, 0.90),
            InputBasis.Sourced("Lambert, 2026-05-12: 0.80; Morrison, Smith, Strubell (2026), Olmo 3: 0.822; Epoch AI, OpenAI 2024: 0.90")
        );

    /// <summary>Members of the consortium (n), at least 1. Default 5.</summary>
    public int Members { get; init; } = 5;

    /// <summary>Fraction of research and development that can be shared (sigma), in [0, 1]. Default 0.7.</summary>
    public RatioInput SharedFraction { get; init; } = new(RatioRange.Exactly(0.7), InputBasis.Assumed("no source states it"));

    /// <summary>What each further member adds to the shared programme (delta), as a fraction of it, in [0, 1]. Default 0.1.</summary>
    public RatioInput ResidualDuplication { get; init; } = new(RatioRange.Exactly(0.1), InputBasis.Assumed("no source states it"));

    /// <summary>Coordination on top of the shared part (kappa), at least 0. Default 0.15.</summary>
    public RatioInput CoordinationOverhead { get; init; } = new(RatioRange.Exactly(0.15), InputBasis.Assumed("no source states it"));

    /// <summary>Who trains the final model. Default: every member its own.</summary>
    public FinalRunRule FinalRunRule { get; init; } = FinalRunRule.Own;

    /// <summary>Fraction of research and development that a follower learns from published work (phi), in [0, 1]. Default 0.5.</summary>
    public RatioInput LearnedFraction { get; init; } = new(RatioRange.Exactly(0.5), InputBasis.Assumed("no source states it"));

    /// <summary>The inputs in the order of the equations, each with its basis.</summary>
    public IReadOnlyList<LabelledInput> Labelled =>
        [
            new(
                "final training run",
                "T",
                FinalRun.Range.LowerUsd,
                FinalRun.Range.CentralUsd,
                FinalRun.Range.UpperUsd,
                "USD",
                FinalRun.Basis
            ),
            Label("R&D share", "rho", RdShare),
            new("members", "n", Members, Members, Members, "members", InputBasis.Assumed("the question asked")),
            Label("shared fraction", "sigma", SharedFraction),
            Label("residual duplication", "delta", ResidualDuplication),
            Label("coordination overhead", "kappa", CoordinationOverhead),
            Label("learned fraction", "phi", LearnedFraction),
        ];

    /// <summary>Returns the inputs, or throws with the name of the field, its value and what could stand there.</summary>
    /// <exception cref="InputException">A value is outside its range, or bounds are out of order.</exception>
    public DevelopmentInputs Require()
    {
        RequireUsd(FinalRun.Range);
        Require(RdShare.Range, "R&D share (rdShare)", InsideUnit, "a share above 0 and below 1");
        if (Members < 1)
        {
            throw InputException.At("members", Text(Members), "a whole number of at least 1", "Give the number of members; 1 means alone.");
        }

        Require(SharedFraction.Range, "shared fraction (sharedFraction)", Unit, "a fraction from 0 to 1");
        Require(ResidualDuplication.Range, "residual duplication (residualDuplication)", Unit, "a fraction from 0 to 1");
        Require(
            CoordinationOverhead.Range,
            "coordination overhead (coordinationOverhead)",
            NotNegative,
            "a fraction of at least 0, usually below 1"
        );
        Require(LearnedFraction.Range, "learned fraction (learnedFraction)", Unit, "a fraction from 0 to 1");
        return this;
    }

    private static LabelledInput Label(string name, string symbol, RatioInput input) =>
        new(name, symbol, (decimal)input.Range.Lower, (decimal)input.Range.Central, (decimal)input.Range.Upper, "share", input.Basis);

    // Money is worked in decimals, which keep 15 digits of a share: one that rounds to 0 or 1 there is outside.
    private static bool InsideUnit(double value) => value is > 0 and < 1 && (decimal)value is > 0 and < 1;

    private static bool Unit(double value) => value is >= 0 and <= 1;

    private static bool NotNegative(double value) => value is >= 0 and <= 1e6;

    private static void Require(RatioRange range, string name, Func<double, bool> allowed, string expectation)
    {
        foreach (double value in (double[])[range.Lower, range.Central, range.Upper])
        {
            if (!allowed(value))
            {
                throw InputException.At(
                    name,
                    Text(value),
                    expectation,
                    "Give a number, or two with '..' between them, for example 0.7..0.9."
                );
            }
        }

        if (!(range.Lower <= range.Central && range.Central <= range.Upper))
        {
            throw InputException.At(
                name,
                $"{Text(range.Lower)}, {Text(range.Central)}, {Text(range.Upper)}",
                "lower bound, centre and upper bound in ascending order",
                "Swap the bounds."
            );
        }
    }

    private static void RequireUsd(UsdRange range)
    {
        if (range.LowerUsd <= 0 || range.UpperUsd > s_mostUsd || range.LowerUsd > range.CentralUsd || range.CentralUsd > range.UpperUsd)
        {
            throw InputException.At(
                "final training run (finalRun)",
                range.LowerUsd == range.UpperUsd
                    ? string.Create(CultureInfo.InvariantCulture, $"{range.CentralUsd} USD")
                    : string.Create(CultureInfo.InvariantCulture, $"{range.LowerUsd}, {range.CentralUsd}, {range.UpperUsd} USD"),
                "amounts above 0 and at most 1e15 USD, in ascending order",
                "Give US dollars, for example 0.5e9."
            );
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
