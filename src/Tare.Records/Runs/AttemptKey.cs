using System.Globalization;

namespace Tare.Records;

/// <summary>The name of one attempt: which model in which harness at which item, and the how-many-eth time.</summary>
/// <param name="Model">The model's name in the plan.</param>
/// <param name="Harness">Harness with version.</param>
/// <param name="Item">The item.</param>
/// <param name="Ordinal">From 1. Attempts are exchangeable; the number only tells them apart.</param>
public sealed record AttemptKey(string Model, string Harness, string Item, int Ordinal)
{
    /// <summary>One line, for example <c>kimi-k2.6 @ bash-loop/1 @ ctf/rot-twice @ 3</c>; also the name of the attempt's random stream.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Model} @ {Harness} @ {Item} @ {Ordinal}");
}
