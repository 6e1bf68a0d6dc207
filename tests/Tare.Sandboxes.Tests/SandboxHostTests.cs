using Tare.Sandboxes.Hosts;

namespace Tare.Sandboxes.Tests;

/// <summary>What a host can promise is found by trying, and a policy that asks for more is refused before anything runs.</summary>
[Collection("attacks")]
public sealed class SandboxHostTests
{
    [Fact]
    public async Task Every_guarantee_has_its_evidence()
    {
        var host = await Hosting.NeedAsync();
        host.Capabilities.All.Select(c => c.Guarantee).ShouldBe(Enum.GetValues<Guarantee>());
        host.Capabilities.All.ShouldAllBe(c => c.Evidence.Length > 0);
        foreach (var capability in host.Capabilities.All)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(capability.ToString());
        }
    }

    [Theory]
    [InlineData(Guarantee.SystemCalls)]
    [InlineData(Guarantee.WorkFolderSize)]
    [InlineData(Guarantee.ProcessCount)]
    public async Task Strict_isolation_is_refused_and_the_missing_guarantee_named(Guarantee guarantee)
    {
        await Hosting.NeedAsync();
        var host = await Hosting.WithoutAsync(m =>
            guarantee switch
            {
                Guarantee.SystemCalls => m with { Filter = false },
                Guarantee.WorkFolderSize => m with { SizedFileSystem = false },
                _ => m with { ProcessLimit = false },
            }
        );
        var error = Should.Throw<SandboxException>(() => host.Open(Hosting.Small with { Isolation = IsolationLevel.Strict }));
        error.Missing.ShouldContain(guarantee);
        error.Message.ShouldContain(guarantee.ToString());
        using var weaker = host.Open(Hosting.Small);
        weaker.Warnings.ShouldContain(w => w.StartsWith(guarantee.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_user_of_its_own_a_command_runs_in_a_name_space_and_strict_is_refused()
    {
        await Hosting.NeedAsync();
        var host = await Hosting.WithoutAsync(m => m with { OwnUsers = false });
        if (host.Capabilities.Of(Guarantee.FileSystem).Level != GuaranteeLevel.Enforced)
        {
            Assert.Skip("this kernel allows no user name spaces: " + host.Capabilities.Of(Guarantee.FileSystem).Evidence);
        }

        Should
            .Throw<SandboxException>(() => host.Open(Hosting.Small with { Isolation = IsolationLevel.Strict }))
            .Missing.ShouldContain(Guarantee.Identity);
        using var sandbox = host.Open(Hosting.Small);
        var result = await sandbox.RunAsync(
            SandboxedCommand.Bash("id -u; echo a >f; (: >/x) 2>/dev/null && echo OPEN; head -c1 /etc/shadow"),
            Hosting.Cancel
        );
        result.Output.ToString().ShouldBe("1000\n");
    }

    [Fact]
    public void A_host_without_anything_opens_nothing()
    {
        var capabilities = HostProbe.Nothing("no bubblewrap");
        capabilities
            .MissingFor(IsolationLevel.BestEffort)
            .Select(c => c.Guarantee)
            .ShouldBe([Guarantee.FileSystem, Guarantee.Network, Guarantee.ProcessTree]);
        capabilities.MissingFor(IsolationLevel.Strict).Count.ShouldBe(Enum.GetValues<Guarantee>().Length);
    }

    [Fact]
    public async Task What_a_killed_runner_left_is_removed()
    {
        await Hosting.NeedAsync();
        var stale = Path.Combine(Slot.Parent(), "9999");
        Directory.CreateDirectory($"{stale}/files/work");
        File.WriteAllText($"{stale}/owner", "999999999 1");
        Slot.Sweep(Slot.Parent());
        Directory.Exists(stale).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_living_runner_uses_is_left()
    {
        var host = await Hosting.NeedAsync();
        using var sandbox = host.Open(Hosting.Small, Protection.All);
        Slot.Sweep(Slot.Parent());
        Directory.Exists(sandbox.FilesOnHost).ShouldBeTrue();
        (await sandbox.RunAsync(SandboxedCommand.Bash("echo a >f"), Hosting.Cancel)).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("         0          0 4294967295", 1_900_000_000u)]
    [InlineData("0 100000 65536", 45_536u)]
    public void User_ids_are_taken_where_nobody_else_has_one(string map, uint expected) =>
        UserRange.Of([map])!.Value.First.ShouldBe(expected);

    [Theory]
    [InlineData("0 1000 1")]
    [InlineData("0 100000 39999")]
    public void A_range_that_is_too_small_gives_no_user_ids(string map) => UserRange.Of([map]).ShouldBeNull();
}
