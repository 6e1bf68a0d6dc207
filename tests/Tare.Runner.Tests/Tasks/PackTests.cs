using System.Diagnostics;
using System.Security.Cryptography;
using Tare.Testing;

namespace Tare.Runner.Tests.Tasks;

/// <summary>The packs of this repository: what they draw, and that what they draw measures.</summary>
[Trait("tier", "gate")]
public sealed class PackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tare-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void There_are_as_many_items_as_promised()
    {
        var counts = OwnPacks.All.ToDictionary(p => p.Name, p => p.Items.Count, StringComparer.Ordinal);
        counts.Keys.Order(StringComparer.Ordinal).ShouldBe(["arc", "ctf", "math", "port", "toolcall"]);
        (counts["port"] >= 24, counts["ctf"] >= 16, counts["toolcall"] >= 12).ShouldBe((true, true, true));
        OwnPacks.All.Select(p => p.Canary).Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
    }

    [Theory]
    [InlineData("arc")]
    [InlineData("ctf")]
    [InlineData("math")]
    [InlineData("port")]
    [InlineData("toolcall")]
    public async Task A_seed_draws_the_same_tasks_every_time_and_every_item_differs_from_the_published_one(string pack)
    {
        var published = await OwnPacks.DrawAsync(pack, Path.Combine(_folder, "published"));
        var fresh = await OwnPacks.DrawAsync($"{pack}@17", Path.Combine(_folder, "fresh"));
        var again = await OwnPacks.DrawAsync($"{pack}@17", Path.Combine(_folder, "again"));
        fresh.Select(t => t.Digest).ShouldBe(again.Select(t => t.Digest));

        // The seed stands in a task's files, so that digests differ always: what the model is given must.
        published
            .Zip(fresh)
            .Where(p => string.Equals(Work(p.First), Work(p.Second), StringComparison.Ordinal))
            .Select(p => p.First.Id)
            .ShouldBeEmpty();
        published.Select(t => t.Digest).Intersect(fresh.Select(t => t.Digest), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("arc/crop-largest")]
    [InlineData("ctf/affine")]
    [InlineData("ctf/elf")]
    [InlineData("math/surds")]
    [InlineData("port/rle")]
    [InlineData("port/numerals")]
    [InlineData("toolcall/refunds")]
    public async Task A_task_measures(string item) => await OwnPacks.CheckAsync(await OwnPacks.DrawAsync(item, _folder));

    /// <summary>Every item of every pack under the published seed and under a fresh one.</summary>
    [Theory]
    [Trait("tier", "statistical")]
    [InlineData("arc,ctf,math,port,toolcall")]
    [InlineData("arc@17,ctf@17,math@17,port@17,toolcall@17")]
    public async Task Every_task_measures(string packs) => await OwnPacks.CheckAsync(await OwnPacks.DrawAsync(packs, _folder));

    /// <summary>The reader of answers of the pack <c>math</c>: forms that it must accept, tell apart, and refuse.</summary>
    [Fact]
    public async Task Answers_of_math_are_read_in_every_form()
    {
        var start = new ProcessStartInfo("python3", ["-B", Repository.PathOf("tasks/math/check_expressions.py")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var said = await process.StandardOutput.ReadToEndAsync(Hosting.Cancel);
        var complaint = await process.StandardError.ReadToEndAsync(Hosting.Cancel);
        await process.WaitForExitAsync(Hosting.Cancel);
        (process.ExitCode, said).ShouldBe((0, "all forms as expected\n"), complaint);
    }

    private static string Work(EvalTask task) =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(task.Folder, "*", SearchOption.AllDirectories)
                .Where(f =>
                    Path.GetRelativePath(task.Folder, f) is var file
                    && (file == "instruction.md" || file.StartsWith("environment/", StringComparison.Ordinal))
                )
                .Order(StringComparer.Ordinal)
                .Select(f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))))
        );
}
