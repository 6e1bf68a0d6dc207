namespace Tare.Records;

/// <summary>An item of a plan: a task as it was on the day of the plan.</summary>
/// <param name="Id"><c>pack/item</c>.</param>
/// <param name="Digest">SHA-256 of the task's files with its effective limits and network policy, 64 hexadecimal digits.</param>
public sealed record PlannedItem(string Id, string Digest);
