using System.Security.Cryptography;
using System.Text;
using Tare.Records;

namespace Tare.Runner.Tests.Tasks;

public sealed class EvalTaskTests : IDisposable
{
    private readonly TaskFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_task_says_what_it_asks_for_and_keeps_the_rest()
    {
        _folder.Toml(
            """
            schema_version = "1.3"
            [task]
            name = "org/item"
            authors = [ { name = "A" } ]
            [metadata]
            difficulty = "hard"
            category = "text"
            tags = ["a", "b"]
            canary = "c-1"
            tools = ["python3", "g++"]
            simulated_difficulty = -1.5
            expert_time_estimate_min = 0x10
            [agent]
            timeout_sec = 1.5
            [verifier]
            timeout_sec = 30
            env = { X = "1" }
            [environment]
            cpus = 2
            memory_mb = 100
            storage_mb = 10
            workdir = "/app"
            env.LANGUAGE = "en"
            """
        );
        var task = _folder.Read();
        task.Limits.ShouldBe(
            new TaskLimits
            {
                Agent = TimeSpan.FromSeconds(1.5),
                Verifier = TimeSpan.FromSeconds(30),
                MemoryBytes = 100L << 20,
                StorageBytes = 10L << 20,
                Cpus = 2,
            }
        );
        (task.Difficulty, task.Category, task.Canary, task.SimulatedDifficulty, task.WorkFolder).ShouldBe(
            ("hard", "text", "c-1", -1.5, "/app")
        );
        task.Tags.ShouldBe(["a", "b"]);
        task.Tools.ShouldBe(["python3", "g++"]);
        task.Environment.ShouldBe([new("LANGUAGE", "en")]);
        task.VerifierEnvironment.ShouldBe([new("X", "1")]);
        task.OtherKeys.ShouldBe([
            new("metadata.expert_time_estimate_min", "0x10"),
            new("task.authors", "[ { name = \"A\" } ]"),
            new("task.name", "\"org/item\""),
        ]);
    }

    [Theory]
    [InlineData("schema_version = \"2.0\"", "task.toml:1:18 (schema_version): '2.0'")]
    [InlineData("[[steps]]\ninstruction = \"x\"", "(steps): asks for a task of several steps")]
    [InlineData("[agent]\ntimeout_sec = 0", "task.toml:2:15 (agent.timeout_sec): 0")]
    [InlineData("[agent]\ntimeout_sec = -3", "(agent.timeout_sec): -3")]
    [InlineData("[agent]\ntimeout_sec = nan", "(agent.timeout_sec): nan")]
    [InlineData("[agent]\ntimeout_sec = inf", "(agent.timeout_sec): inf")]
    [InlineData("[agent]\ntimeout_sec = \"600\"", "(agent.timeout_sec): \"600\"")]
    [InlineData("[environment]\nmemory_mb = 1.5", "(environment.memory_mb): 1.5")]
    [InlineData("[environment]\nmemory_mb = 99999999999", "(environment.memory_mb)")]
    [InlineData("agent = 3", "(agent): 3")]
    [InlineData("[environment]\nnetwork_mode = \"public\"", "(environment.network_mode): 'public'")]
    [InlineData("[agent]\nallowed_hosts = [\"a.org\"]", "(agent.allowed_hosts): names hosts")]
    [InlineData("[environment]\nallow_internet = true", "(environment.allow_internet): true")]
    [InlineData("[environment]\ngpus = 1", "(environment.gpus)")]
    [InlineData("[environment]\nos = \"windows\"", "(environment.os): 'windows'")]
    [InlineData("[environment]\nworkdir = \"/etc/x\"", "(environment.workdir): '/etc/x'")]
    [InlineData("[environment]\nworkdir = \"/a/../b\"", "(environment.workdir)")]
    [InlineData("[verifier]\nenv = { KEY = \"${SECRET}\" }", "(verifier.env.KEY)")]
    [InlineData("[verifier]\nenvironment_mode = \"separate\"", "(verifier.environment_mode): 'separate'")]
    [InlineData("[metadata]\ntools = [\"a b\"]", "(metadata.tools): 'a b'")]
    [InlineData("[metadata]\nsimulated_difficulty = \"easy\"", "(metadata.simulated_difficulty)")]
    [InlineData("a = ", "task.toml:1:5: the file ends")]
    public void What_cannot_be_honoured_is_refused_with_its_place(string toml, string message)
    {
        var error = Should.Throw<InputException>(() => _folder.Toml(toml).Read());
        error.Message.ShouldContain(message);
        error.Message.ShouldContain("\n  expected: ");
        error.Message.ShouldContain("\n  next:     ");
    }

    [Theory]
    [InlineData("task.toml")]
    [InlineData("instruction.md")]
    [InlineData("tests/test.sh")]
    public void A_task_without_its_parts_is_refused(string part)
    {
        File.Delete(Path.Combine(_folder.Path, part));
        Should.Throw<InputException>(_folder.Read).Message.ShouldStartWith(Path.Combine(_folder.Path, part) + ": is missing");
    }

    [Fact]
    public void An_empty_instruction_is_refused() =>
        Should.Throw<InputException>(() => _folder.Write("instruction.md", " \n").Read()).Message.ShouldContain("is empty");

    [Theory]
    [InlineData("image.def")]
    [InlineData("docker-compose.yaml")]
    public void Containers_in_another_form_are_refused_on_every_host(string file) =>
        Should
            .Throw<InputException>(() => _folder.Write($"environment/{file}", "FROM x\n").Read())
            .Message.ShouldContain($"{file}: describes containers in a way that is not supported\n");

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "tests", "passwd"), "/etc/passwd");
        Should.Throw<InputException>(_folder.Read).Message.ShouldContain("a link, pipe or device");
    }

    [Theory]
    [InlineData("item")]
    [InlineData("a/b/c")]
    [InlineData("a/..")]
    [InlineData("a/b\u001b[31m")]
    [InlineData("/b")]
    public void An_identifier_that_names_no_folder_is_refused(string id)
    {
        var error = Should.Throw<InputException>(() => EvalTask.Read(_folder.Path, id));
        error.Message.ShouldContain("cannot identify a task");
        PlainText.FirstUnprintable(error.Message).ShouldBe(-1);
    }

    [Fact]
    public void The_digest_is_what_the_document_says()
    {
        static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        _folder.Write("environment/\u00e9.txt", "x");
        var lines = new StringBuilder(
            "tare-task/1\nagent 6000000000 verifier 200000000 memory 268435456 storage 16777216 cpus 1\nnetwork no-network\n"
        );
        foreach (var file in new[] { "environment/\u00e9.txt", "instruction.md", "solution/solve.sh", "task.toml", "tests/test.sh" })
        {
            var text = File.ReadAllText(Path.Combine(_folder.Path, file));
            lines.Append($"file {Encoding.UTF8.GetByteCount(file)} {file} {text.Length} {Hash(text)}\n");
        }

        _folder.Read().Digest.ShouldBe(Hash(lines.ToString()));
    }

    [Fact]
    public void The_digest_knows_contents_and_limits_and_neither_modes_nor_times()
    {
        var digest = _folder.Read().Digest;
        var test = Path.Combine(_folder.Path, "tests", "test.sh");
        File.SetUnixFileMode(test, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetLastWriteTimeUtc(test, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _folder.Read().Digest.ShouldBe(digest);
        _folder.Write("environment/new.txt", "").Read().Digest.ShouldNotBe(digest);
        File.Delete(Path.Combine(_folder.Path, "environment", "new.txt"));
        _folder.Read().Digest.ShouldBe(digest);
        File.AppendAllText(test, " ");
        _folder.Read().Digest.ShouldNotBe(digest);
    }
}
