using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare report</c> and <c>tare verify</c>: the main job, and that it can be checked.</summary>
[Trait("tier", "gate")]
public sealed class ReportTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_screen_answers_the_question()
    {
        var result = await _cli.RunAsync("report", "--draws", "100", "--out", Folder);
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "report");
    }

    [Fact]
    public async Task A_report_is_equal_to_its_own_recomputation()
    {
        await WriteAsync();
        var result = await _cli.RunAsync("verify", Folder);
        result.Out.ShouldStartWith("Equal:");
        result.Code.ShouldBe(0);
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        await WriteAsync();
        var first = Snapshot();
        await WriteAsync();
        Snapshot().ShouldBe(first);
    }

    [Theory]
    [InlineData("figures/frontier.csv", "figure 'frontier'")]
    [InlineData("figures/lag-by-definition.csv", "figure 'lag-by-definition'")]
    [InlineData("figures/models.csv", "figure 'models'")]
    public async Task One_altered_digit_of_a_figure_is_named(string file, string name)
    {
        await WriteAsync();
        AlterLastDigit(Path.Combine(Folder, file));
        var result = await _cli.RunAsync("verify", Folder);
        result.Code.ShouldBe(1);
        result.Out.ShouldContain(name);
        result.Out.ShouldContain(file);
    }

    [Fact]
    public async Task One_altered_digit_on_the_page_is_named_with_its_figure()
    {
        await WriteAsync();
        var path = Path.Combine(Folder, "index.html");
        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var section = page.IndexOf("id=\"caisi-table\"", StringComparison.Ordinal);
        var at = page.IndexOfAny([.. "0123456789"], page.IndexOf("<td", section, StringComparison.Ordinal) + "<td".Length);
        var altered = page[at] == '9' ? "8" : "9";
        await File.WriteAllTextAsync(path, page.Remove(at, 1).Insert(at, altered), TestContext.Current.CancellationToken);
        var result = await _cli.RunAsync("verify", Folder);
        result.Code.ShouldBe(1);
        result.Out.ShouldContain("figure 'caisi-table' on the page");
    }

    [Theory]
    [InlineData("inputs/evidence.json")]
    [InlineData("inputs/caisi-table.json")]
    [InlineData("inputs/printed.json")]
    [InlineData("inputs/methods/caisi.yaml")]
    public async Task One_altered_digit_of_an_input_is_named(string file)
    {
        await WriteAsync();
        AlterLastDigit(Path.Combine(Folder, file));
        var result = await _cli.RunAsync("verify", Folder);
        result.Code.ShouldBe(1);
        result.Out.ShouldContain(file);
    }

    [Fact]
    public async Task Studies_are_linked_computed_again_and_named_where_altered()
    {
        (await _cli.RunAsync("report", "--draws", "20", "--studies", "--out", Folder)).Code.ShouldBe(0);
        var page = await File.ReadAllTextAsync(Path.Combine(Folder, "index.html"), TestContext.Current.CancellationToken);
        foreach (var study in new[] { "explain", "multiverse", "influence", "uncertainty" })
        {
            page.ShouldContain($"href=\"{study}/index.html\"");
            File.Exists(Path.Combine(Folder, study, "index.html")).ShouldBeTrue();
        }

        AlterLastDigit(Path.Combine(Folder, "explain", "figures", "waterfall.csv"));
        var result = await _cli.RunAsync("verify", Folder);
        result.Code.ShouldBe(1);
        result.Out.ShouldContain("explain/figures/waterfall.csv");
        result.Out.ShouldNotContain("multiverse/");
    }

    [Fact]
    public async Task Without_studies_the_page_says_what_makes_them()
    {
        await WriteAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(Folder, "index.html"), TestContext.Current.CancellationToken);
        page.ShouldContain("tare multiverse --out DIR");
        page.ShouldNotContain("multiverse/index.html");
    }

    [Fact]
    public async Task Studies_without_a_page_are_refused()
    {
        var result = await _cli.RunAsync("report", "--studies", "--no-page");
        result.Code.ShouldBe(2);
        result.Error.ShouldContain("--studies");
    }

    [Fact]
    public async Task A_deleted_file_is_named()
    {
        await WriteAsync();
        File.Delete(Path.Combine(Folder, "figures", "scales.csv"));
        (await _cli.RunAsync("verify", Folder)).Out.ShouldContain("missing");
    }

    [Fact]
    public async Task The_full_matrix_gives_a_report_too()
    {
        var result = (
            await _cli.JsonAsync(
                "report",
                "--evidence",
                Mirror.PathOf("epoch-2026-08/eci_benchmarks.csv"),
                "--draws",
                "50",
                "--out",
                Folder
            )
        ).GetProperty("result");
        var records = result
            .GetProperty("index")
            .GetProperty("definitions")
            .EnumerateArray()
            .Single(d => d.GetProperty("name").GetString() == "records");
        records.GetProperty("months").GetDouble().ShouldBe(6.58, 0.05);
    }

    private string Folder => Path.Combine(_cli.Folder, "report");

    private async Task WriteAsync() => (await _cli.RunAsync("report", "--draws", "20", "--out", Folder)).Code.ShouldBe(0);

    private List<(string Path, string Content)> Snapshot() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f => (f, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))),
        ];

    private static void AlterLastDigit(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var at = Array.FindLastIndex(bytes, b => b is >= (byte)'0' and <= (byte)'9');
        bytes[at] = bytes[at] == (byte)'9' ? (byte)'8' : (byte)(bytes[at] + 1);
        File.WriteAllBytes(path, bytes);
    }
}
