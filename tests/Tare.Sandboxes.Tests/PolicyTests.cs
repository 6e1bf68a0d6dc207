namespace Tare.Sandboxes.Tests;

/// <summary>A policy that says nothing sensible is refused with place, value, expectation and next step.</summary>
public sealed class PolicyTests
{
    [Fact]
    public void Each_limit_has_a_least_value()
    {
        Refused(new SandboxPolicy { WorkFolderBytes = 10 }, "WorkFolderBytes: 10");
        Refused(new SandboxPolicy { MemoryBytes = 0 }, "MemoryBytes: 0");
        Refused(new SandboxPolicy { Processes = 0 }, "Processes: 0");
        Refused(new SandboxPolicy { OutputBytes = -1 }, "OutputBytes: -1");
        Refused(new SandboxPolicy { WallClock = TimeSpan.Zero }, "WallClock: 0");
        Refused(new SandboxPolicy { CpuTime = TimeSpan.Zero }, "CpuTime: 0");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/usr/work")]
    [InlineData("/work/")]
    [InlineData("/a/../b")]
    [InlineData("a")]
    public void A_work_folder_is_a_plain_place_of_its_own(string path) =>
        Refused(new SandboxPolicy { WorkFolder = path }, $"WorkFolder: '{path}'");

    [Theory]
    [InlineData("")]
    [InlineData("A=B")]
    [InlineData("1A")]
    public void A_variable_has_a_name(string name) =>
        Refused(new SandboxPolicy { Environment = new Dictionary<string, string> { [name] = "x" } }, $"Environment[{name}]");

    [Fact]
    public void A_path_to_show_exists() => Refused(new SandboxPolicy { ReadOnlyPaths = ["/no/such/folder"] }, "'/no/such/folder'");

    [Fact]
    public void The_process_only_sandbox_is_never_strict() =>
        Should.Throw<SandboxException>(() => ProcessSandbox.Open(new SandboxPolicy())).Missing.ShouldBe(Enum.GetValues<Guarantee>());

    private static void Refused(SandboxPolicy policy, string said)
    {
        var message = Should
            .Throw<SandboxException>(() => ProcessSandbox.Open(policy with { Isolation = IsolationLevel.BestEffort }))
            .Message;
        message.ShouldContain(said);
        message.ShouldContain("expected:");
        message.ShouldContain("next:");
    }
}
