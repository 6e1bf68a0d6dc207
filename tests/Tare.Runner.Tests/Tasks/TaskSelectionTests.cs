using Tare.Records;
using Tare.Sandboxes;
using Tare.Testing;

namespace Tare.Runner.Tests.Tasks;

[Trait("tier", "gate")]
public sealed class TaskSelectionTests : IDisposable
{
    private static readonly string[] s_packs = [Repository.PathOf("tests/Tare.Runner.Tests/packs")];
    private const string Place = "--tasks";
    private readonly string _folder = Directory.CreateTempSubdirectory("tare-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("sample", 2)]
    [InlineData("sample/total", 1)]
    [InlineData("sample/t*", 1)]
    [InlineData("sample@9/*", 2)]
    [InlineData("sample/total,sample/t*,sample", 2)]
    [InlineData("sample,sample@8", 4)]
    public void Words_choose_items(string words, int count) => TaskSelection.Of(words.Split(','), s_packs, Place).Count.ShouldBe(count);

    [Theory]
    [InlineData("smaple", "did you mean 'sample'?")]
    [InlineData("sample/totl", "did you mean 'total'?")]
    [InlineData("sample/x*", "matches no item")]
    [InlineData("sample@", "the seed ''")]
    [InlineData("sample@a b", "the seed 'a b'")]
    [InlineData("./no-such-folder", "no such folder")]
    [InlineData("/etc", "holds neither task.toml")]
    public void A_word_that_names_nothing_says_what_it_could_have_named(string word, string message)
    {
        var error = Should.Throw<InputException>(() => TaskSelection.Of([word], s_packs, Place));
        error.Message.ShouldContain(message);
        error.Message.ShouldContain("\n  next:     ");
    }

    [Fact]
    public void Nothing_chosen_is_an_error() =>
        Should.Throw<InputException>(() => TaskSelection.Of([], s_packs, Place)).Message.ShouldContain("names nothing");

    [Fact]
    public async Task A_seed_draws_the_same_tasks_every_time_and_another_seed_others()
    {
        var first = await DrawAsync("a", "sample");
        var second = await DrawAsync("b", "sample");
        var other = await DrawAsync("c", "sample@8/total");
        first.Select(t => t.Id).ShouldBe(["sample/longest", "sample/total"]);
        first.Select(t => t.Digest).ShouldBe(second.Select(t => t.Digest));
        other.Single().Id.ShouldBe("sample@8/total");
        other.Single().Digest.ShouldNotBe(first[1].Digest);
        // Computed by a program of its own from what Python 3.11 draws outside of any sandbox.
        first[1].Digest.ShouldBe("9ea01ea2ff403ff25473cd75b67b74eb2e724e85914b54a5adbb49235ebf748c");
    }

    [Fact]
    public async Task Packs_by_path_and_folders_of_tasks_are_chosen_alike()
    {
        var pack = Path.Combine(s_packs[0], "sample");
        (await DrawAsync("a", pack + "@8/total")).Single().Id.ShouldBe("sample@8/total");
        using var folder = new TaskFolder();
        var name = Path.GetFileName(folder.Parent);
        (await DrawAsync("b", folder.Parent)).Single().Id.ShouldBe($"{name}/item");
        var copied = (await DrawAsync("c", folder.Path)).Single();
        copied.Digest.ShouldBe(folder.Read().Digest);
        copied.Folder.ShouldStartWith(_folder);
    }

    [Fact]
    public async Task A_second_draw_into_the_same_folder_is_refused()
    {
        await DrawAsync("a", "sample");
        (await Should.ThrowAsync<InputException>(() => DrawAsync("a", "sample"))).Message.ShouldContain("is already there");
    }

    [Theory]
    [InlineData("import sys; sys.exit('broken \\x1b[31m')", "the generator ended with exit code 1\n    | broken \ufffd[31m")]
    [InlineData("import os; os.makedirs(a.out + '/other')", "drew 'other'")]
    [InlineData("pass", "did not draw 'total'")]
    [InlineData(
        "os.makedirs(a.out + '/total'); os.symlink('/etc/passwd', a.out + '/total/x')",
        "which cannot be taken over: symbolic link"
    )]
    [InlineData("os.makedirs(a.out + '/total')", "task.toml: is missing")]
    public async Task A_generator_that_goes_wrong_is_named(string script, string message)
    {
        var pack = Path.Combine(_folder, "broken");
        Directory.CreateDirectory(pack);
        File.WriteAllText(
            Path.Combine(pack, "pack.toml"),
            File.ReadAllText(Path.Combine(s_packs[0], "sample", "pack.toml")).Replace("\"longest\", ", "", StringComparison.Ordinal)
        );
        File.WriteAllText(
            Path.Combine(pack, "generate.py"),
            "import argparse, os\np = argparse.ArgumentParser()\n[p.add_argument('--' + n) for n in ('seed', 'out', 'items')]\na = p.parse_args()\n"
                + $"os.makedirs(a.out)\n{script}\n"
        );
        var error = await Should.ThrowAsync<InputException>(() => DrawAsync("a", pack));
        error.Message.ShouldContain(message);
        PlainText.FirstUnprintable(error.Message).ShouldBe(-1);
    }

    [Theory]
    [InlineData("seed = \"7\"", "seed = \"a b\"", "'a b'")]
    [InlineData("items = [\"longest\", \"total\"]", "items = [\"total\", \"total\"]", "each item once")]
    [InlineData("items = [\"longest\", \"total\"]", "items = [\"../x\"]", "'../x'")]
    [InlineData("licence", "license", "'license'")]
    [InlineData("items =", "library = \"../no-such-library\"\nitems =", "a folder, and no link to one")]
    [InlineData("items =", "library = \"/usr/lib\"\nitems =", "'/usr/lib'")]
    [InlineData("items =", "library = \"../../etc\"\nitems =", "'../../etc'")]
    [InlineData("items =", "library = \"..\"\nitems =", "'..'")]
    [InlineData("items =", "library = 7\nitems =", "a string that is not empty")]
    [InlineData("name = \"sample\"\n", "", "has no 'name'")]
    public void A_pack_with_a_fault_is_refused(string from, string to, string message)
    {
        var text = File.ReadAllText(Path.Combine(s_packs[0], "sample", "pack.toml")).Replace(from, to, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "pack.toml"), text);
        Should.Throw<InputException>(() => TaskPack.Read(_folder)).Message.ShouldContain(message);
    }

    [Fact]
    public void A_library_that_is_a_link_is_refused()
    {
        // It would show a generator any folder of the host.
        var pack = Path.Combine(_folder, "pack");
        Directory.CreateDirectory(pack);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "linked"), "/etc");
        var text = File.ReadAllText(Path.Combine(s_packs[0], "sample", "pack.toml"));
        File.WriteAllText(Path.Combine(pack, "pack.toml"), $"library = \"../linked\"\n{text}");
        Should.Throw<InputException>(() => TaskPack.Read(pack)).Message.ShouldContain("no link to one");
    }

    private async Task<IReadOnlyList<EvalTask>> DrawAsync(string into, string words)
    {
        Func<SandboxPolicy, ISandbox> open = await Hosting.SandboxesAsync();
        var selection = TaskSelection.Of(words.Split(','), s_packs, Place);
        return await selection.DrawAsync(Path.Combine(_folder, into), open, PlannedIsolation.BestEffort, cancel: Hosting.Cancel);
    }
}
