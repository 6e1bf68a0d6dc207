using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Named evidence in a folder, and what a name or path resolves to.</summary>
public sealed class EvidenceStoreTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    private EvidenceStore Store() => new(_bench.PathOf("evidence"));

    [Fact]
    public void What_is_saved_is_listed_and_loaded()
    {
        var store = Store();
        store.List().ShouldBeEmpty();
        var evidence = EvidenceSnapshotTests.One(0.5, null);
        store.Save(evidence);
        store.Save(evidence);
        store.List().ShouldHaveSingleItem().Name.ShouldBe("one");
        store.Load("one").Digest.ShouldBe(evidence.Digest);
        Directory.GetFiles(store.Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Names_resolve_to_what_they_say()
    {
        var store = Store();
        store.Save(EvidenceSnapshotTests.One(0.5, null));
        var resolver = new EvidenceResolver(store, _bench.PathOf("data"));
        resolver.Names().ShouldBe(["curated", "caisi-2026-05", "merged", "one"]);
        resolver.Resolve("curated").Evidence.ShouldBeSameAs(CuratedData.Evidence());
        resolver.Resolve("curated").Files.Select(f => f.Path).ShouldContain("embedded:data/scores.csv");
        resolver.Resolve("one").Evidence.Scores.Single().Value.ShouldBe(0.5);
        var path = _bench.Write("mine.csv", "model,benchmark,score\nGPT-5,HLE,0.25\n");
        var resolved = resolver.Resolve(path);
        resolved.Evidence.Name.ShouldBe("mine");
        resolved.Files.ShouldBe([new InputFile(path, ImportSource.Sha256Of(path))]);
    }

    [Fact]
    public void What_cannot_be_stored_or_found_is_refused()
    {
        var store = Store();
        store.Save(EvidenceSnapshotTests.One(0.5, null));
        var resolver = new EvidenceResolver(store, _bench.PathOf("data"));
        var complaints = new Complaints(_bench);
        complaints.Add("another figure under the same name", () => store.Save(EvidenceSnapshotTests.One(0.6, null)));
        complaints.Add("a reserved name", () => store.Save(EvidenceSnapshotTests.One(0.5, null) with { Name = "curated" }));
        complaints.Add("a name that is a path", () => store.Save(EvidenceSnapshotTests.One(0.5, null) with { Name = "../One" }));
        complaints.Add("an unknown stored name", () => store.Load("onne"));
        complaints.Add("an unknown name", () => resolver.Resolve("curatd"));
        complaints.Add("a data set that was not pulled", () => resolver.Resolve("epoch-2026-08"));
        var file = _bench.PathOf("evidence/one.evidence.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("0.5", "0.6", StringComparison.Ordinal));
        complaints.Add("a digit changed on disk", () => resolver.Resolve("one"));
        Approval.Check(complaints.ToString(), "evidence-store");
    }
}
