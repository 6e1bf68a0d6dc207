namespace Tare.Runner;

/// <summary>Items of a pack under one seed.</summary>
internal sealed record PackChoice(TaskPack Pack, string Seed)
{
    internal HashSet<string> Items { get; } = new(StringComparer.Ordinal);
}
