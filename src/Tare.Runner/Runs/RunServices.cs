using Tare.Harnesses;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>What a run needs of its surroundings; the composition root fills it.</summary>
public sealed record RunServices
{
    /// <summary>Opens a planned model. Called once for each model of the plan before anything runs; throws <see cref="InputException"/> for one that cannot be used.</summary>
    public required Func<PlannedModel, IModelProvider> Models { get; init; }

    /// <summary>The harnesses by identifier and version, for example <c>bash-loop/1</c>.</summary>
    public required IReadOnlyDictionary<string, IHarness> Harnesses { get; init; }

    /// <summary>Opens a sandbox; throws <see cref="SandboxException"/> where the policy cannot be kept.</summary>
    public required Func<SandboxPolicy, ISandbox> OpenSandbox { get; init; }

    /// <summary>What the host cannot promise, each a sentence; kept in the journal.</summary>
    public IReadOnlyList<string> HostWarnings { get; init; } = [];

    /// <summary>What tokens cost. Default: nothing is known.</summary>
    public PriceBook Prices { get; init; } = PriceBook.Empty;

    /// <summary>Dates the journal's entries and the prices; no outcome depends on it but by a budget of elapsed time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Program and version, for the journal.</summary>
    public required string Product { get; init; }

    /// <summary>Attempts that run at one time; at least 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>
    /// Refuses a plan that asks for harnesses or validity rules that are not here. A runner asks it too; who asks earlier learns it before tasks are drawn.
    /// </summary>
    /// <param name="plan">What will run.</param>
    /// <exception cref="InputException">A harness, or the rules, are not here.</exception>
    public void Require(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Validity != ValidityRules.Name)
        {
            throw InputException.At(
                "validity of the plan",
                $"'{plan.Validity}'",
                ValidityRules.Name,
                "leave it out, or take a version of this program that has these rules"
            );
        }

        if (plan.Harnesses.FirstOrDefault(h => !Harnesses.ContainsKey(h)) is { } unknown)
        {
            throw InputException.At(
                "harnesses of the plan",
                $"'{unknown}'",
                $"one of {string.Join(", ", Harnesses.Keys.Order(StringComparer.Ordinal))}",
                NearestNames.NextStep(unknown, Harnesses.Keys, "take one of them; harnesses that vendors ship are not run here yet")
            );
        }
    }
}
