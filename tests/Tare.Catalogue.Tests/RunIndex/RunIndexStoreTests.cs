using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>The index of runs: what goes in comes out, and what is no index is refused.</summary>
public sealed class RunIndexStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tare-index-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_comes_back_as_it_went_in()
    {
        var path = Path.Combine(_folder, "below", "runs.sqlite");
        using (var index = RunIndexStore.Open(path))
        {
            index.Put(Run("/b", null));
            index.Put(Run("/a", 0.10m));
            index.Put(Run("/a", 1234567.10m) with { Scored = 7, Models = ["only"] });
        }

        using var again = RunIndexStore.Open(path);
        var all = again.All();
        all.Select(r => r.Folder).ShouldBe(["/a", "/b"]);
        Same(all[0], Run("/a", 1234567.10m) with { Scored = 7, Models = ["only"] });
        Same(all[1], Run("/b", null));
    }

    [Fact]
    public void What_cannot_be_kept_says_so()
    {
        var path = Path.Combine(_folder, "runs.sqlite");
        using var index = RunIndexStore.Open(path);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE run_part; DROP TABLE run;";
            command.ExecuteNonQuery();
        }

        Should.Throw<InputException>(() => index.Put(Run("/a", null))).Message.ShouldContain("--rebuild");
        Should.Throw<InputException>(() => index.All()).Message.ShouldContain("--rebuild");
    }

    [Fact]
    public void What_is_no_index_is_refused_and_kept()
    {
        var path = Path.Combine(_folder, "runs.sqlite");
        File.WriteAllText(path, new string('x', 5000));
        Should.Throw<InputException>(() => RunIndexStore.Open(path)).Message.ShouldContain("--rebuild");
        File.ReadAllText(path).Length.ShouldBe(5000);
    }

    [Fact]
    public void A_later_version_is_refused()
    {
        var path = Path.Combine(_folder, "runs.sqlite");
        RunIndexStore.Open(path).Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Should.Throw<InputException>(() => RunIndexStore.Open(path)).Message.ShouldContain("version 99");
    }

    /// <summary>Records compare lists by reference: the lists apart, then everything else.</summary>
    private static void Same(IndexedRun found, IndexedRun expected)
    {
        found.Models.ShouldBe(expected.Models);
        found.Harnesses.ShouldBe(expected.Harnesses);
        found.Packs.ShouldBe(expected.Packs);
        (found with { Models = expected.Models, Harnesses = expected.Harnesses, Packs = expected.Packs }).ShouldBe(expected);
    }

    private static IndexedRun Run(string folder, decimal? cost) =>
        new()
        {
            Folder = folder,
            Models = ["weak", "a strong \"one\"; DROP TABLE run"],
            Harnesses = ["bash-loop/1"],
            Packs = ["ctf", "port"],
            Planned = 12,
            Scored = 10,
            Missing = 1,
            Tokens = 3_000_000_000,
            CostUsd = cost,
            Seen = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        };
}
