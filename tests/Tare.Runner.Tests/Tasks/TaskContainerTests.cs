using System.Diagnostics;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner.Tests.Tasks;

/// <summary>Tasks that bring a container image: run where an engine works, refused where none does.</summary>
[Trait("tier", "gate")]
public sealed class TaskContainerTests : IDisposable
{
    private static readonly ContainerProbe s_none = new(
        Engine: null,
        "no container engine works on this host: podman: not installed; docker: not installed"
    );

    private readonly TaskFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_an_engine_a_Dockerfile_is_refused()
    {
        _folder.Write("environment/Dockerfile", "FROM x\n");
        Should
            .Throw<InputException>(() => TaskReader.Read(_folder.Path, "pack/item", () => s_none))
            .Message.ShouldBe(
                $"{_folder.Path}/environment/Dockerfile: needs a container (no container engine works on this host: podman: not installed; docker: not installed)\n"
                    + "  expected: a host on which podman or docker runs a container, or a task of files and programs that the host has\n"
                    + "  next:     install and start an engine; or list the programs as [metadata] tools, put the files into environment/ and remove Dockerfile"
            );
    }

    [Fact]
    public void Without_an_engine_an_image_is_refused()
    {
        _folder.Toml("[environment]\ndocker_image = \"debian:12\"\n");
        Should
            .Throw<InputException>(() => TaskReader.Read(_folder.Path, "pack/item", () => s_none))
            .Message.ShouldStartWith($"{_folder.Path}/task.toml:2:16 (environment.docker_image): needs a container (no container engine");
        _folder.Write("environment/Dockerfile", "FROM x\n");
        Should.Throw<InputException>(() => _folder.Read()).Message.ShouldContain("names an image beside a Dockerfile");
    }

    [Fact]
    public void A_task_without_an_image_asks_no_engine() =>
        TaskReader.Read(_folder.Path, "pack/item", () => throw new InvalidOperationException()).Container.ShouldBeNull();

    [Fact]
    public void Strict_isolation_is_refused_before_anything_is_built()
    {
        var task = _folder.Read() with { Container = new TaskContainer("no-such-image", TimeSpan.FromSeconds(1), NamesWorkFolder: false) };
        Should
            .Throw<SandboxException>(() => TaskEnvironment.Open(task, _ => throw new InvalidOperationException(), PlannedIsolation.Strict))
            .Message.ShouldContain("--isolation best-effort");
        TaskEnvironment.WarningsOf([_folder.Read()]).ShouldBeEmpty();
        TaskEnvironment.WarningsOf([_folder.Read(), task]).ShouldBe(ContainerEngine.Weaker);
    }

    [Fact]
    public async Task A_Dockerfile_is_built_and_the_task_holds()
    {
        var engine = Engine();
        WriteImage("RUN echo from the build > made.txt\n");
        // Bash alone: the image has no grep. What was built is part of what is judged.
        _folder.Test(
            "[ \"$PWD\" = /app ] && [ \"$(< made.txt)\" = 'from the build' ] && [ \"$(< answer.txt)\" = done ] && r=1 || r=0\n"
                + "echo $r > /logs/verifier/reward.txt"
        );
        var task = _folder.Read();
        try
        {
            var check = new TaskCheck(_ => throw new InvalidOperationException("no sandbox of the host"), PlannedIsolation.BestEffort);
            var result = await check.RunAsync(task, Hosting.Cancel);
            result.Agents.Where(a => a.Problem is not null).Select(a => $"{a.Name}: {a.Problem}\n{a.Log}").ShouldBeEmpty();
            result
                .Agents.Select(a => a.Name)
                .ShouldBe(
                    ["oracle", "nothing", "write-reward", "edit-tests", "read-solution", "background", "shadow-modules"],
                    ignoreOrder: true
                );
            result.Agents.Single(a => a.Name == "oracle").Raw.ShouldBe(new Outcome.Scored(1));
            result.Agents.Single(a => a.Name == "nothing").Raw.ShouldBe(new Outcome.Scored(0));
            var lacking = task with { Tools = ["ls", "no-such-tool"] };
            using var sandbox = TaskEnvironment.Open(lacking, _ => throw new InvalidOperationException(), PlannedIsolation.BestEffort);
            (await new TaskVerifier().MissingToolsAsync(lacking, sandbox, Hosting.Cancel)).ShouldBe(["no-such-tool"]);
            sandbox.Policy.WorkFolder.ShouldBe("/app");
            // The image that the engine has is found again, and a named work folder stands over the image's.
            engine.Find(TaskImages.NameOf(task)).ShouldBe(new ContainerImage(TaskImages.NameOf(task), "/app"));
            var named = task with { WorkFolder = "/else", Container = task.Container! with { NamesWorkFolder = true } };
            using var elsewhere = TaskEnvironment.Open(named, _ => throw new InvalidOperationException(), PlannedIsolation.BestEffort);
            elsewhere.Policy.WorkFolder.ShouldBe("/else");
        }
        finally
        {
            engine.Remove(TaskImages.NameOf(task));
        }
    }

    [Fact]
    public void A_build_that_fails_ends_with_what_it_said()
    {
        Engine();
        WriteImage("RUN echo the reason; exit 3\n");
        var error = Should.Throw<SandboxException>(() =>
            TaskEnvironment.Open(_folder.Read(), _ => throw new InvalidOperationException(), PlannedIsolation.BestEffort)
        );
        error.Message.ShouldStartWith($"{_folder.Path}/environment/Dockerfile: ");
        error.Message.ShouldContain("the reason");
    }

    private static ContainerEngine Engine()
    {
        var probe = ContainerEngine.Probe();
        if (probe.Engine is null)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"NOT RUN IN A CONTAINER: {probe.Evidence}");
            Assert.Skip($"NOT RUN IN A CONTAINER: {probe.Evidence}");
        }

        return probe.Engine!;
    }

    /// <summary>An image from nothing but programs of this host, so that no registry is asked.</summary>
    private void WriteImage(string more)
    {
        _folder.Write("environment/Dockerfile", $"FROM scratch\nCOPY root/ /\nWORKDIR /app\n{more}");
        foreach (var program in new[] { "bash", "cat", "chmod", "chown", "head", "ls", "mkdir", "rm", "sleep" })
        {
            var path = File.Exists($"/bin/{program}") ? $"/bin/{program}" : $"/usr/bin/{program}";
            using var ldd = Process.Start(new ProcessStartInfo("ldd", [path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var words = ldd.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            ldd.WaitForExit();
            Copy(path, $"/bin/{program}");
            foreach (var library in words.Where(w => w.StartsWith('/')))
            {
                Copy(library, library);
            }
        }

        Copy("/bin/bash", "/bin/sh");
    }

    private void Copy(string from, string to)
    {
        var target = $"{_folder.Path}/environment/root{to}";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(from, target, overwrite: true);
    }
}
