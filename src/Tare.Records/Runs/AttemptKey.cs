namespace Tare.Records;

/// <summary>Names one attempt of a plan. Attempts at one item are exchangeable: the number tells them apart and orders nothing.</summary>
/// <param name="Model">Label of the planned model: letters, digits, <c>.</c>, <c>_</c>, <c>-</c>.</param>
/// <param name="Harness">Identifier and version of the harness, for example <c>bash-loop/1</c>.</param>
/// <param name="Item">Identifier of the item: <c>pack/item</c>.</param>
/// <param name="Number">From 1 to the plan's number of attempts.</param>
public sealed record AttemptKey(string Model, string Harness, string Item, int Number)
{
    /// <summary>The key as a relative path, which names the attempt's folder: <c>model/bash-loop-1/pack/item/2</c>.</summary>
    public string Id => FormattableString.Invariant($"{Model}/{Harness.Replace('/', '-')}/{Item}/{Number}");

    /// <inheritdoc/>
    public override string ToString() => Id;
}
