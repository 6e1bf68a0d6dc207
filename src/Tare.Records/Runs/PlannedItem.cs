namespace Tare.Records;

/// <summary>An item of a plan.</summary>
/// <param name="Id">For example <c>port/rot13#7</c>: pack, task, and the seed where the task is drawn from one.</param>
/// <param name="Digest">SHA-256 over the task's files, effective limits and network policy, lower-case hexadecimal.</param>
public sealed record PlannedItem(string Id, string Digest)
{
    /// <summary>The pack that the item belongs to; the part of the identifier before the slash.</summary>
    public string Pack => Id.Split('/')[0];
}
