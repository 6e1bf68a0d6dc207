namespace Tare.Runner.Tests.Tasks;

/// <summary>A task folder of a test's own: a small valid one, to be changed.</summary>
internal sealed class TaskFolder : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("tare-test-").FullName;

    internal TaskFolder()
    {
        Write("task.toml", "schema_version = \"1.4\"\n[verifier]\ntimeout_sec = 20\n[environment]\nmemory_mb = 256\nstorage_mb = 16\n");
        Write("instruction.md", "Write done into answer.txt.\n");
        Write("tests/test.sh", "grep -qx done answer.txt 2> /dev/null && r=1 || r=0\necho $r > \"$TARE_VERIFIER/reward.txt\"\n");
        Write("solution/solve.sh", "echo done > answer.txt\n");
    }

    internal string Path => System.IO.Path.Combine(_parent, "item");

    internal string Parent => _parent;

    internal TaskFolder Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    internal TaskFolder Toml(string text) => Write("task.toml", text);

    /// <summary>A test that writes these commands' doing.</summary>
    internal TaskFolder Test(string script) => Write("tests/test.sh", script + "\n");

    internal EvalTask Read() => EvalTask.Read(Path, "pack/item");

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
