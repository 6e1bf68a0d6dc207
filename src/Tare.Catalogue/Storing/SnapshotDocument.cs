namespace Tare.Catalogue;

/// <summary>The JSON form of evidence, <c>tare/evidence/1</c>. The order of properties is the order in the file.</summary>
internal sealed record SnapshotDocument(
    string Schema,
    string Name,
    string Digest,
    IReadOnlyList<SnapshotSource> Sources,
    IReadOnlyList<string> Notes,
    IReadOnlyList<SnapshotModel> Models,
    IReadOnlyList<SnapshotBenchmark> Benchmarks,
    IReadOnlyList<SnapshotScore> Scores
);
