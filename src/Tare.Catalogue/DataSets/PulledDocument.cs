namespace Tare.Catalogue;

/// <summary>The record beside a pulled data set, <c>tare/pulled/1</c>: what came, from where, when, with which content.</summary>
internal sealed record PulledDocument(string Schema, string Id, string Origin, DateOnly Retrieved, IReadOnlyList<PulledFile> Files);
