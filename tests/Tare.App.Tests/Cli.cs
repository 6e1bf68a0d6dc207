using System.Text.Json;
using Tare.App.Cli;

namespace Tare.App.Tests;

/// <summary>Runs the program inside the test, with its own folders and no screen.</summary>
internal sealed class Cli : IDisposable
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public Cli()
    {
        Folder = Directory.CreateTempSubdirectory("tare-test-").FullName;
        _variables["TARE_HOME"] = Path.Combine(Folder, "home");
    }

    /// <summary>A folder of this test's own.</summary>
    public string Folder { get; }

    /// <summary>Sets a variable of the environment for the runs that follow.</summary>
    public void Set(string name, string value) => _variables[name] = value;

    /// <summary>Writes a file into the test's folder.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Runs a command line to its end.</summary>
    public Task<CliResult> RunAsync(params string[] args) => RunAsync(120, args);

    /// <summary>Runs a command line on a screen of some width.</summary>
    public Task<CliResult> RunAsync(int width, params string[] args) => RunAsync(width, TestContext.Current.CancellationToken, args);

    /// <summary>Runs a command line that somebody may interrupt.</summary>
    public async Task<CliResult> RunAsync(int width, CancellationToken cancel, params string[] args)
    {
        await using var standard = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Out = standard,
            Error = error,
            Width = width,
            Clock = new FixedClock(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)),
            Variable = _variables.GetValueOrDefault,
        };
        var code = await TareProgram.RunAsync(args, terminal, cancel);
        return new CliResult(code, Plain(standard), Plain(error));
    }

    /// <summary>Runs a command with <c>--json</c> and gives the envelope; fails the test where the exit code is not 0.</summary>
    public async Task<JsonElement> JsonAsync(params string[] args)
    {
        var result = await RunAsync([.. args, "--json"]);
        result.Code.ShouldBe(0, result.Error);
        return JsonDocument.Parse(result.Out).RootElement;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // Temporary folders have names of their own in every run; trailing blanks of table cells say nothing.
    private string Plain(StringWriter writer)
    {
        var lines = writer.ToString().Replace(Folder, "FOLDER", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select(l => l.TrimEnd()));
    }
}
