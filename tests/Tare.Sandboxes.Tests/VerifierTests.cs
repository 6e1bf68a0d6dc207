using System.Text;
using Tare.Sandboxes.Hosts;

namespace Tare.Sandboxes.Tests;

/// <summary>The tests and the reward belong to the verifier: the agent neither sees nor changes them.</summary>
[Trait("tier", "gate")]
[Collection("attacks")]
public sealed class VerifierTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_and_changing_the_tests(bool guarded)
    {
        using var outside = new Outside();
        var host = await Hosting.NeedAsync();
        using var sandbox = host.Open(Hosting.Small, guarded ? Protection.All : Protection.All & ~Protection.FileSystem);
        // The agent knows where the tests lie on the host, and where the verifier will see them.
        var script = $"cat /tests/secret {outside.Secret} && echo READ; echo x | tee /tests/secret {outside.Secret} && echo CHANGED";
        var result = await sandbox.RunAsync(SandboxedCommand.Bash(script), Hosting.Cancel);
        (result.Output.ToString().Contains("READ", StringComparison.Ordinal)).ShouldBeFalse();
        result.Output.ToString().Contains(Outside.Content, StringComparison.Ordinal).ShouldBe(!guarded);
        (File.ReadAllText(outside.Secret) == Outside.Content).ShouldBe(guarded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Writing_the_reward(bool guarded)
    {
        using ISandbox sandbox = guarded ? (await Hosting.NeedAsync()).Open(Hosting.Small) : ProcessSandbox.Open(Hosting.Small);
        var folder = sandbox.PathSeenByCommands("/logs/verifier");
        var result = await sandbox.RunAsync(
            SandboxedCommand.Bash($"mkdir -p {folder}; echo 1 >{folder}/reward.txt; echo TRIED"),
            Hosting.Cancel
        );
        result.Output.ToString().ShouldContain("TRIED");
        (sandbox.ReadFile("/logs/verifier/reward.txt", 10) is null).ShouldBe(guarded);
    }

    [Fact]
    public async Task The_verifier_sees_the_tests_cannot_change_them_and_writes_the_reward()
    {
        using var outside = new Outside();
        var host = await Hosting.NeedAsync();
        using var sandbox = host.Open(Hosting.Small, Protection.All);
        await sandbox.RunAsync(
            SandboxedCommand.Bash(
                "umask 077; echo answer >result; mkdir -p ~/bin; echo 'echo EVIL' >~/.profile; echo evil >/tmp/conftest.py"
            ),
            Hosting.Cancel
        );
        var verifier = SandboxedCommand.Bash(
            "cat result /tests/secret; (echo x >>/tests/secret) 2>/dev/null && echo CHANGED; ls -A ~ /tmp | grep -i evil; echo 1 >/logs/verifier/reward.txt; id -u"
        ) with
        {
            Identity = CommandIdentity.Verifier,
            HiddenFolders = [new HiddenFolder(outside.Folder, "/tests")],
        };
        var result = await sandbox.RunAsync(verifier, Hosting.Cancel);
        result.Output.ToString().ShouldStartWith($"answer\n{Outside.Content}");
        result.Output.ToString().ShouldNotContain("CHANGED");
        result.Output.ToString().ShouldNotContain("conftest");
        Encoding.UTF8.GetString(sandbox.ReadFile("/logs/verifier/reward.txt", 10)!).ShouldBe("1\n");

        // Afterwards the agent still has no way to it.
        var after = await sandbox.RunAsync(
            SandboxedCommand.Bash("ls /tests /logs; echo 0 >/logs/verifier/reward.txt; cat result"),
            Hosting.Cancel
        );
        after.Output.ToString().ShouldBe("answer\n");
        Encoding.UTF8.GetString(sandbox.ReadFile("/logs/verifier/reward.txt", 10)!).ShouldBe("1\n");
    }

    [Fact]
    public async Task The_verifier_is_another_user()
    {
        var host = await Hosting.NeedAsync(Guarantee.Identity);
        using var sandbox = host.Open(Hosting.Small, Protection.All);
        var agent = await sandbox.RunAsync(SandboxedCommand.Bash("id -u; id -un"), Hosting.Cancel);
        var verifier = await sandbox.RunAsync(
            SandboxedCommand.Bash("id -u; id -un") with
            {
                Identity = CommandIdentity.Verifier,
            },
            Hosting.Cancel
        );
        agent.Output.ToString().ShouldBe($"{sandbox.AgentUser}\nagent\n");
        verifier.Output.ToString().ShouldBe($"{sandbox.AgentUser + 1}\nverifier\n");
    }

    [Fact]
    public async Task Two_sandboxes_have_no_user_in_common()
    {
        var host = await Hosting.NeedAsync(Guarantee.Identity);
        using var one = host.Open(Hosting.Small, Protection.All);
        using var two = host.Open(Hosting.Small, Protection.All);
        Math.Abs((long)one.AgentUser - two.AgentUser).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task What_every_command_sees_cannot_be_hidden()
    {
        using var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small);
        var command = SandboxedCommand.Bash("true") with { HiddenFolders = [new HiddenFolder("/usr/share", "/tests")] };
        var error = await Should.ThrowAsync<SandboxException>(() => sandbox.RunAsync(command, Hosting.Cancel));
        error.Message.ShouldContain("every command sees");
    }

    [Theory]
    [InlineData("/work/tests")]
    [InlineData("/tmp/tests")]
    [InlineData("/tests/../work")]
    [InlineData("tests")]
    public async Task A_hidden_folder_does_not_stand_where_commands_can_write(string path)
    {
        using var outside = new Outside();
        using var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small);
        var command = SandboxedCommand.Bash("true") with { HiddenFolders = [new HiddenFolder(outside.Folder, path)] };
        await Should.ThrowAsync<SandboxException>(() => sandbox.RunAsync(command, Hosting.Cancel));
    }
}
