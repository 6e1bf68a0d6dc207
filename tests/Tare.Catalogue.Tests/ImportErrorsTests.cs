using System.IO.Compression;
using System.Text;
using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Bad input is refused with place, value, expectation and next step.</summary>
public sealed class ImportErrorsTests : IDisposable
{
    private const string Header = "model,benchmark,performance,date\n";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    private void Import(string text, string? format = null) => EvidenceImporters.Import(_bench.Source("scores.csv", text), format);

    [Fact]
    public void Every_bad_table_is_refused_with_place_value_expectation_and_next_step()
    {
        var complaints = new Complaints(_bench);
        complaints.Add("an empty file", () => Import("", "scores"));
        complaints.Add("an empty file without a format", () => Import(""));
        complaints.Add("a header that no format knows", () => Import("a,b,c\n1,2,3\n"));
        complaints.Add("a format that does not exist", () => Import("a", "epoch-ecl"));
        complaints.Add("a missing column", () => Import("model,benchmark,Score\nx,y,0.5\n", "scores"));
        complaints.Add("semicolons", () => Import("model;benchmark;score\nx;y;0.5\n", "scores"));
        complaints.Add("a column twice", () => Import("model,benchmark,score,model\nx,y,0.5,x\n", "scores"));
        complaints.Add("a score of 1.3", () => Import(Header + "GPT-5,HLE,1.3,2025-08-07\n"));
        complaints.Add("a percentage", () => Import("model,benchmark,score\nGPT-5,HLE,0.3\nGPT-5,MMLU,88\n"));
        complaints.Add("a score below 0", () => Import(Header + "GPT-5,HLE,-0.02,\n"));
        complaints.Add("NaN", () => Import(Header + "GPT-5,HLE,NaN,\n"));
        complaints.Add("infinity", () => Import(Header + "GPT-5,HLE,1e999,\n"));
        complaints.Add("a word for a number", () => Import(Header + "GPT-5,HLE,high,\n"));
        complaints.Add("a comma as decimal mark", () => Import(Header + "GPT-5,HLE,\"0,5\",\n"));
        complaints.Add("an empty score", () => Import(Header + "GPT-5,HLE,,\n"));
        complaints.Add("an empty name", () => Import(Header + ",HLE,0.2,\n"));
        complaints.Add("a duplicate", () => Import(Header + "GPT-5,HLE,0.2,\nGPT-5,MMLU,0.9,\ngpt-5,HLE,0.25,\n"));
        complaints.Add("two names with one identifier", () => Import(Header + "My Model,HLE,0.2,\nMy-Model,MMLU,0.9,\n"));
        complaints.Add("a day that does not exist", () => Import("model,benchmark,score,release_date\nMine,HLE,0.2,2026-02-30\n"));
        complaints.Add("weights that are no word of ours", () => Import("model,benchmark,score,weights\nMine,HLE,0.2,opensource\n"));
        complaints.Add("a country by name", () => Import("model,benchmark,score,country\nMine,HLE,0.2,USA\n"));
        complaints.Add(
            "a model that disagrees with itself",
            () => Import("model,benchmark,score,weights\nMine,HLE,0.2,open\nMine,MMLU,0.3,closed\n")
        );
        complaints.Add("a row that is too short", () => Import(Header + "GPT-5,HLE\n"));
        complaints.Add("a row after a name over two lines", () => Import(Header + "\"My\nModel\",HLE,0.5,\nGPT-5,HLE,2,\n"));
        Approval.Check(complaints.ToString(), "bad-tables");
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        var complaints = new Complaints(_bench);
        var nul = _bench.Write("nul.csv", [.. Encoding.ASCII.GetBytes(Header + "GPT-5,HLE,0.2,\nGPT-5,"), 0, 1, 2]);
        var latin = _bench.Write(
            "latin.csv",
            [.. Encoding.ASCII.GetBytes(Header + "Caf"), 0xE9, .. Encoding.ASCII.GetBytes(",HLE,0.2,\n")]
        );
        var wide = _bench.Write("wide.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header)]);
        complaints.Add("a NUL byte", () => EvidenceImporters.Get("epoch-eci").Read(ImportSource.FromPath(nul)));
        complaints.Add("Latin-1", () => EvidenceImporters.Get("epoch-eci").Read(ImportSource.FromPath(latin)));
        complaints.Add("UTF-16", () => EvidenceImporters.Get("epoch-eci").Read(ImportSource.FromPath(wide)));
        complaints.Add("UTF-16 without a format", () => EvidenceImporters.Import(ImportSource.FromPath(wide)));
        complaints.Add("no such file", () => ImportSource.FromPath(_bench.PathOf("nowhere.csv")));
        complaints.Add("a folder", () => EvidenceImporters.Get("scores").Read(ImportSource.FromPath(_bench.Folder)));
        Approval.Check(complaints.ToString(), "not-text");
    }

    [Fact]
    [Trait("tier", "gate")]
    public void One_column_of_200_megabytes_is_refused_in_little_memory()
    {
        var path = _bench.PathOf("huge.csv");
        WriteHuge(path, Header + "GPT-5,HLE,0.2,2025-08-07\nGPT-5,\"", 200 << 20);
        var heading = _bench.PathOf("heading.csv");
        WriteHuge(heading, "", 200 << 20);
        var complaints = new Complaints(_bench);
        var before = GC.GetAllocatedBytesForCurrentThread();
        complaints.Add("in a row", () => EvidenceImporters.Import(ImportSource.FromPath(path)));
        complaints.Add("in the header", () => EvidenceImporters.Get("scores").Read(ImportSource.FromPath(heading)));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L << 20);
        Approval.Check(complaints.ToString(), "huge-field");
    }

    [Fact]
    public void A_bad_archive_is_refused()
    {
        var complaints = new Complaints(_bench);
        var good = Zip("good.zip", ("epoch_capabilities_index.csv", "Model version,Model name\n"));
        var half = _bench.Write("half.zip", File.ReadAllBytes(good)[..60]);
        complaints.Add("cut off", () => EvidenceImporters.Import(ImportSource.FromPath(half)));
        complaints.Add(
            "a way out of the folder",
            () => EvidenceImporters.Import(ImportSource.FromPath(Zip("out.zip", ("../../evil.csv", "x"))))
        );
        complaints.Add("an absolute name", () => EvidenceImporters.Import(ImportSource.FromPath(Zip("root.zip", ("/etc/evil.csv", "x")))));
        complaints.Add(
            "a name twice",
            () => EvidenceImporters.Import(ImportSource.FromPath(Zip("twice.zip", ("a/x.csv", "x"), ("b/x.csv", "y"))))
        );
        complaints.Add("another archive", () => EvidenceImporters.Import(ImportSource.FromPath(Zip("other.zip", ("readme.txt", "x")))));
        complaints.Add(
            "a file is missing",
            () => EvidenceImporters.Get("epoch-benchmarks").Read(ImportSource.FromPath(Zip("less.zip", ("readme.txt", "x"))))
        );
        complaints.Add("not an archive", () => EvidenceImporters.Get("epoch-benchmarks").Read(_bench.Source("plain.csv", Header)));
        Approval.Check(complaints.ToString(), "bad-archives");
        File.Exists(_bench.PathOf("../../evil.csv")).ShouldBeFalse();
    }

    [Fact]
    [Trait("tier", "gate")]
    public void A_bomb_is_refused_before_it_fills_the_memory()
    {
        var path = _bench.PathOf("bomb.zip");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("epoch_capabilities_index.csv", CompressionLevel.Fastest).Open();
            entry.Write("Model version,Model name\n"u8);
            var row = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("m,n\n", 1 << 18)));
            for (var i = 0; i < 20; i++)
            {
                entry.Write(row);
            }
        }

        new FileInfo(path).Length.ShouldBeLessThan(2 << 20);
        Approval.Check(_bench.Complaint(() => EvidenceImporters.Import(ImportSource.FromPath(path))), "zip-bomb");
    }

    private string Zip(string name, params (string Name, string Text)[] entries)
    {
        var path = _bench.PathOf(name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entryName, text) in entries)
        {
            using var entry = archive.CreateEntry(entryName).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    private static void WriteHuge(string path, string start, int size)
    {
        using var stream = File.Create(path);
        stream.Write(Encoding.ASCII.GetBytes(start));
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        for (var written = 0; written < size; written += block.Length)
        {
            stream.Write(block);
        }
    }
}
