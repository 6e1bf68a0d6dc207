using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner.Tests.Tasks;

[Trait("tier", "gate")]
public sealed class TaskVerifierTests : IDisposable
{
    private readonly TaskFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(PlannedIsolation.BestEffort)]
    [InlineData(PlannedIsolation.None)]
    public async Task Work_that_was_done_scores_and_work_that_was_not_does_not(PlannedIsolation isolation)
    {
        var task = _folder.Read();
        (await Hosting.AttemptAsync(task, "echo done > answer.txt", isolation)).Raw.ShouldBe(new Outcome.Scored(1));
        (await Hosting.AttemptAsync(task, "true", isolation)).Raw.ShouldBe(new Outcome.Scored(0));
    }

    [Theory]
    [InlineData("0.25", 0.25)]
    [InlineData(" 1e-2 \n", 0.01)]
    [InlineData("1", 1.0)]
    public async Task A_number_from_0_to_1_is_the_reward(string text, double reward)
    {
        _folder.Test($"printf '%s' '{text}' > \"$TARE_VERIFIER/reward.txt\"; exit 3");
        (await Hosting.AttemptAsync(_folder.Read(), "true")).Raw.ShouldBe(new Outcome.Scored(reward));
    }

    [Theory]
    [InlineData("", "reward.txt is empty")]
    [InlineData("nan", "reward.txt holds nan; a reward lies from 0 to 1")]
    [InlineData("inf", "no number")]
    [InlineData("Infinity", "a reward lies from 0 to 1")]
    [InlineData("1.5", "reward.txt holds 1.5")]
    [InlineData("-0.1", "a reward lies from 0 to 1")]
    [InlineData("1,0", "reward.txt holds '1,0', no number")]
    [InlineData("passed", "no number")]
    [InlineData("1 1", "no number")]
    public async Task A_reward_that_is_none_is_the_task_s_fault(string text, string reason)
    {
        _folder.Test($"printf '%s' '{text}' > \"$TARE_VERIFIER/reward.txt\"");
        var missing = (await Hosting.AttemptAsync(_folder.Read(), "true")).Raw.ShouldBeOfType<Outcome.Missing>();
        missing.Cause.ShouldBe(MissingCause.Benchmark);
        missing.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("{\"reward\": 0.5, \"quality\": 3}", 0.5, "")]
    [InlineData("{\"quality\": 1}", null, "has no 'reward'")]
    [InlineData("{\"reward\": NaN}", null, "is no JSON")]
    [InlineData("{\"reward\": \"1\"}", null, "'reward' is no finite number")]
    [InlineData("{\"reward\": 1, \"x\": 1e999}", null, "'x' is no finite number")]
    [InlineData("{\"reward\": 2}", null, "a reward lies from 0 to 1")]
    [InlineData("{\"reward\": 0, \"reward\": 1}", null, "is no JSON")]
    [InlineData("[1]", null, "no object of numbers")]
    [InlineData("", null, "reward.json is empty")]
    public void A_reward_in_json_is_an_object_of_numbers(string json, double? reward, string reason)
    {
        var (rewards, why) = RewardFile.OfJson(json);
        rewards?["reward"].ShouldBe(reward!.Value);
        (rewards is null).ShouldBe(reward is null);
        why.ShouldContain(reason);
    }

    [Fact]
    public async Task The_text_goes_before_the_json_and_all_rewards_are_kept()
    {
        _folder.Test("echo '{\"reward\": 0.5, \"quality\": 3}' > \"$TARE_VERIFIER/reward.json\"");
        var both = await Hosting.AttemptAsync(_folder.Read(), "true");
        both.Rewards.ShouldBe([new("quality", 3), new("reward", 0.5)]);
        _folder.Test("echo '{\"reward\": 0.5}' > \"$TARE_VERIFIER/reward.json\"; echo 0.75 > \"$TARE_VERIFIER/reward.txt\"");
        (await Hosting.AttemptAsync(_folder.Read(), "true")).Raw.ShouldBe(new Outcome.Scored(0.75));
    }

    [Fact]
    public async Task A_verifier_that_writes_nothing_or_takes_too_long_leaves_the_attempt_without_a_score()
    {
        _folder.Test("echo broken >&2; exit 7");
        var nothing = await Hosting.AttemptAsync(_folder.Read(), "true");
        nothing
            .Raw.ShouldBeOfType<Outcome.Missing>()
            .Reason.ShouldBe("the verifier wrote neither /logs/verifier/reward.txt nor reward.json; the verifier exited with 7");
        nothing.Log.ShouldContain("broken");

        _folder.Toml("[verifier]\ntimeout_sec = 1\n").Test("echo 1 > \"$TARE_VERIFIER/reward.txt\"; sleep 30");
        var late = (await Hosting.AttemptAsync(_folder.Read(), "true")).Raw.ShouldBeOfType<Outcome.Missing>();
        (late.Cause, late.Reason).ShouldBe((MissingCause.Benchmark, "the verifier reached its time limit of 1 s"));
    }

    [Fact]
    public async Task A_missing_program_is_the_sandbox_s_fault_and_is_known_before_the_agent_runs()
    {
        var task = _folder.Toml("[metadata]\ntools = [\"bash\", \"no-such-program\"]\n").Read();
        var open = await Hosting.SandboxesAsync();
        using var sandbox = TaskEnvironment.Open(task, open, PlannedIsolation.BestEffort);
        var verifier = new TaskVerifier();
        (await verifier.MissingToolsAsync(task, sandbox, Hosting.Cancel)).ShouldBe(["no-such-program"]);
        var missing = (await verifier.RunAsync(task, sandbox, Hosting.Cancel)).Raw.ShouldBeOfType<Outcome.Missing>();
        (missing.Cause, missing.Reason).ShouldBe((MissingCause.Sandbox, "the sandbox lacks no-such-program"));
    }

    [Fact]
    public async Task An_output_of_2_GB_is_counted_and_its_ends_are_kept()
    {
        _folder
            .Toml("[verifier]\ntimeout_sec = 120\n")
            .Test("echo first; head -c 2147483648 /dev/zero; echo last; echo 1 > \"$TARE_VERIFIER/reward.txt\"");
        var verification = await Hosting.AttemptAsync(_folder.Read(), "true");
        verification.Raw.ShouldBe(new Outcome.Scored(1));
        verification.Log.Length.ShouldBeLessThan(2 << 20);
        verification.Log.ShouldContain("standard output, 2147483659 bytes\nfirst");
        verification.Log.ShouldContain("last");
    }

    [Fact]
    public async Task A_verifier_that_fills_the_disk_is_told_so()
    {
        _folder.Test("head -c 1G /dev/zero > big; echo 1 > \"$TARE_VERIFIER/reward.txt\"");
        var missing = (await Hosting.AttemptAsync(_folder.Read(), "true")).Raw.ShouldBeOfType<Outcome.Missing>();
        missing.Cause.ShouldBe(MissingCause.Benchmark);
        missing.Reason.ShouldMatch("disk of the sandbox is full|files are larger than the limit");
    }

    // Else an agent that is about to fail could turn its failure into a missing outcome.
    [Fact]
    public async Task An_agent_that_fills_the_disk_is_judged_all_the_same()
    {
        var open = await Hosting.SandboxesAsync();
        var task = _folder.Read();
        using var sandbox = TaskEnvironment.Open(task, open, PlannedIsolation.BestEffort);
        if (sandbox.Warnings.Any(w => w.StartsWith("WorkFolderSize", StringComparison.Ordinal)))
        {
            Assert.Skip("the size of the work folder is only watched here");
        }

        await sandbox.RunAsync(
            SandboxedCommand.Bash("echo done > answer.txt; head -c 1G /dev/zero > big; head -c 1G /dev/zero > /tmp/more"),
            Hosting.Cancel
        );
        (await new TaskVerifier().RunAsync(task, sandbox, Hosting.Cancel)).Raw.ShouldBe(new Outcome.Scored(1));
    }

    [Fact]
    public async Task The_log_carries_no_escape_sequence()
    {
        _folder.Test("printf '\\033[31mred\\n'; echo 1 > \"$TARE_VERIFIER/reward.txt\"");
        var log = (await Hosting.AttemptAsync(_folder.Read(), "true")).Log;
        log.ShouldContain("\ufffd[31mred");
        PlainText.FirstUnprintable(log).ShouldBe(-1);
    }

    [Fact]
    public async Task The_verifier_starts_in_a_folder_of_its_own_without_anything_in_it()
    {
        _folder.Test("[ -z \"$(ls -A \"$TARE_VERIFIER\")\" ] && echo 1 > \"$TARE_VERIFIER/reward.txt\"");
        (await Hosting.AttemptAsync(_folder.Read(), "mkdir -p /logs/verifier; echo 0 > /logs/verifier/reward.txt")).Raw.ShouldBe(
            new Outcome.Scored(1)
        );
    }
}
