using System.Text;
using Tare.Sandboxes.Files;
using Tare.Sandboxes.Hosts;

namespace Tare.Sandboxes.Tests;

/// <summary>Tricks that wait for the runner: links, pipes and depths in the work folder, which the runner then reads, copies, hands over and deletes as root.</summary>
[Trait("tier", "gate")]
[Collection("attacks")]
public sealed class WorkFolderTests
{
    [Fact]
    public async Task A_link_to_a_file_of_the_host_is_not_read()
    {
        using var outside = new Outside();
        using var sandbox = await WithAsync($"ln -s {outside.Secret} l; mkdir d; ln -s {outside.Folder} d/up");
        Should.Throw<SandboxException>(() => sandbox.ReadFile("/work/l", 100)).Message.ShouldContain("symbolic link");
        Should.Throw<SandboxException>(() => sandbox.ReadFile("/work/d/up/secret", 100));
        // Without the guard the runner would have read it.
        File.ReadAllText($"{sandbox.FilesOnHost}/work/l").ShouldBe(Outside.Content);
        File.ReadAllText($"{sandbox.FilesOnHost}/work/d/up/secret").ShouldBe(Outside.Content);
    }

    [Fact]
    public async Task A_link_is_not_written_through()
    {
        using var outside = new Outside();
        using var sandbox = await WithAsync($"ln -s {outside.Secret} l; ln -s {outside.Folder} d");
        sandbox.WriteFile("/work/l", "mine"u8);
        Should.Throw<SandboxException>(() => sandbox.WriteFile("/work/d/new", "x"u8));
        File.ReadAllText(outside.Secret).ShouldBe(Outside.Content);
        File.Exists($"{outside.Folder}/new").ShouldBeFalse();
        // Without the guard the runner would have written there.
        File.WriteAllText($"{sandbox.FilesOnHost}/work/d/new", "x");
        File.Exists($"{outside.Folder}/new").ShouldBeTrue();
    }

    [Fact]
    public async Task A_copy_takes_no_link_pipe_or_endless_depth_along()
    {
        using var outside = new Outside();
        using var sandbox = await WithAsync(
            $"ln -s {outside.Secret} l; ln -s {outside.Folder} d; mkfifo pipe; mkdir -p a/b; echo good >a/b/f; chmod 4755 a/b/f; "
                + "p=deep; for i in $(seq 80); do p=$p/x; done; mkdir -p $p"
        );
        using var target = new Outside();
        var folder = $"{target.Folder}/copy";
        var report = sandbox.CopyOut("/work", folder);
        report.Files.ShouldBe(1);
        report
            .NotCopied.Select(n => n.Path)
            .Where(p => !p.StartsWith("deep", StringComparison.Ordinal))
            .ShouldBe(["d", "l", "pipe"], ignoreOrder: true);
        report.NotCopied.ShouldContain(n => n.Reason.Contains("folders deep", StringComparison.Ordinal));
        File.ReadAllText($"{folder}/a/b/f").ShouldBe("good\n");
        File.GetUnixFileMode($"{folder}/a/b/f").ShouldBe((UnixFileMode)0x1ED);
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order().ShouldBe(["a", "deep"]);
        // A copy that follows links takes the secret along.
        File.ReadAllText($"{sandbox.FilesOnHost}/work/d/secret").ShouldBe(Outside.Content);
    }

    [Fact]
    public async Task A_copy_stays_below_the_size_of_the_work_folder()
    {
        using var sandbox = await WithAsync("truncate -s 6M a; truncate -s 6M b; ls -s");
        using var target = new Outside();
        var report = sandbox.CopyOut("/work", $"{target.Folder}/copy");
        report.Files.ShouldBe(1);
        report.NotCopied.Single().Path.ShouldBe("b");
        // Holes cost nothing inside: a copy without the bound would be larger than all that a command may write.
        new FileInfo($"{sandbox.FilesOnHost}/work/b").Length.ShouldBe(6 << 20);
    }

    [Fact]
    public async Task A_pipe_does_not_hold_the_runner_up()
    {
        using var sandbox = await WithAsync("mkfifo p");
        Should.Throw<SandboxException>(() => sandbox.ReadFile("/work/p", 100)).Message.ShouldContain("pipe");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hard_link_to_a_file_of_the_host(bool guarded)
    {
        using var outside = new Outside();
        var command = SandboxedCommand.Bash($"ln {outside.Secret} h && echo ESCAPED; echo TRIED");
        using ISandbox sandbox = guarded ? (await Hosting.NeedAsync()).Open(Hosting.Small) : ProcessSandbox.Open(Hosting.Small);
        if (!guarded && !SameFileSystem(sandbox.PathSeenByCommands("/work"), outside.Folder))
        {
            Assert.Skip("/tmp and /var/tmp are two file systems here");
        }

        var result = await sandbox.RunAsync(command, Hosting.Cancel);
        result.Output.ToString().ShouldContain("TRIED");
        result.Output.ToString().Contains("ESCAPED", StringComparison.Ordinal).ShouldBe(!guarded, result.Error.ToString());
    }

    [Fact]
    public async Task Handing_over_changes_nothing_behind_a_link()
    {
        using var outside = new Outside();
        var host = await Hosting.NeedAsync(Guarantee.Identity);
        using var sandbox = host.Open(Hosting.Small, Protection.All);
        await sandbox.RunAsync(
            SandboxedCommand.Bash($"ln -s {outside.Secret} l; ln -s {outside.Folder} d; mkdir s; cd s; ln -s .. up"),
            Hosting.Cancel
        );
        await sandbox.RunAsync(SandboxedCommand.Bash("true") with { Identity = CommandIdentity.Verifier }, Hosting.Cancel);
        FileStatus.Of(outside.Secret)!.Value.User.ShouldBe(0u);
        FileStatus.Of(outside.Folder)!.Value.User.ShouldBe(0u);
        FileStatus.Of($"{sandbox.FilesOnHost}/work/s")!.Value.User.ShouldBe(sandbox.AgentUser + 1);
        // A walk that follows links gives the file of the host away.
        HostTool.Run("/bin/chown", "-R", "-L", $"{sandbox.AgentUser}", "--", $"{sandbox.FilesOnHost}/work/l");
        FileStatus.Of(outside.Secret)!.Value.User.ShouldBe(sandbox.AgentUser);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deleting_follows_no_link_and_no_depth(bool sized)
    {
        using var outside = new Outside();
        var host = sized ? await Hosting.NeedAsync() : await Hosting.WithoutAsync(m => m with { SizedFileSystem = false });
        var sandbox = host.Open(Hosting.Small, Protection.All);
        // Deeper than a path can say: a recursion over paths fails, one over frames of the stack too.
        const string Deep = """perl -e 'for (1..1500) { mkdir "xxxxxxxxxx" or last; chdir "xxxxxxxxxx" or last }'""";
        await sandbox.RunAsync(
            SandboxedCommand.Bash($"ln -s {outside.Folder} d; chmod 000 d 2>/dev/null; {Deep}; mkdir closed; chmod 000 closed"),
            Hosting.Cancel
        );
        var folder = Path.GetDirectoryName(sandbox.FilesOnHost)!;
        sandbox.Dispose();
        Directory.Exists(folder).ShouldBeFalse();
        File.ReadAllText(outside.Secret).ShouldBe(Outside.Content);
    }

    [Fact]
    public async Task What_the_runner_writes_and_copies_in_belongs_to_the_agent()
    {
        var host = await Hosting.NeedAsync();
        using var sandbox = host.Open(Hosting.Small, Protection.All);
        using var source = new Outside();
        Directory.CreateDirectory($"{source.Folder}/sub");
        File.WriteAllText($"{source.Folder}/sub/run.sh", "echo from the host\n");
        File.SetUnixFileMode($"{source.Folder}/sub/run.sh", (UnixFileMode)0x1ED);
        File.CreateSymbolicLink($"{source.Folder}/link", "/etc/passwd");
        var report = sandbox.CopyIn(source.Folder, "/work/task");
        report.Files.ShouldBe(2);
        report.NotCopied.Single().ShouldBe(new NotCopied("link", "symbolic link"));
        sandbox.WriteFile("/work/a/b.txt", "given"u8);
        var result = await sandbox.RunAsync(
            SandboxedCommand.Bash("sh task/sub/run.sh; cat a/b.txt; echo more >>a/b.txt; touch a/c task/d; rm -r task"),
            Hosting.Cancel
        );
        result.ExitCode.ShouldBe(0, result.Error.ToString());
        result.Output.ToString().ShouldBe("from the host\ngiven");
        Encoding.UTF8.GetString(sandbox.ReadFile("/work/a/b.txt", 100)!).ShouldBe("givenmore\n");
        sandbox.ReadFile("/work/task/sub/run.sh", 100).ShouldBeNull();
        Should.Throw<SandboxException>(() => sandbox.ReadFile("/work/a/b.txt", 3)).Message.ShouldContain("at most 3");
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("/work/../x")]
    [InlineData("/workshop/x")]
    [InlineData("work/x")]
    public async Task A_path_outside_of_the_folders_is_refused(string path)
    {
        using var sandbox = await WithAsync("true");
        Should.Throw<SandboxException>(() => sandbox.ReadFile(path, 10)).Message.ShouldContain("below /work");
    }

    private static async Task<IsolatedSandbox> WithAsync(string script)
    {
        var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small, Protection.All);
        var result = await sandbox.RunAsync(SandboxedCommand.Bash(script), Hosting.Cancel);
        result.ExitCode.ShouldBe(0, result.Error.ToString());
        return sandbox;
    }

    private static bool SameFileSystem(string one, string other)
    {
        var test = Path.Combine(one, "same");
        HostTool.Run("/bin/ln", Path.Combine(other, "secret"), test);
        return File.Exists(test);
    }
}
