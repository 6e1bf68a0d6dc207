using System.Text.RegularExpressions;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary>What README shows is what the program does.</summary>
[Trait("tier", "gate")]
public sealed partial class ReadmeTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_screen_in_README_is_the_screen_of_the_program()
    {
        var folder = Path.Combine(_cli.Folder, "tare-report");
        var result = await _cli.RunAsync(100, "report", "--out", folder);
        var shown = Readme().Split("## What it says\n```\n")[1].Split("\n```")[0];
        result.Out.Replace("FOLDER/", "", StringComparison.Ordinal).Trim('\n').ShouldBe(shown);
    }

    [Fact]
    public async Task The_run_in_README_is_that_of_the_first_sample()
    {
        const string Command = "run samples/01-first-run/plan.yaml --run runs/first";
        Readme().ShouldContain(Command);
        File.ReadAllText(Repository.PathOf("samples/01-first-run/README.md")).ShouldContain(Command);
        _cli.Set("TARE_TASKS", Repository.PathOf("tasks"));
        var result = await _cli.RunAsync(
            100,
            "run",
            Repository.PathOf("samples/01-first-run/plan.yaml"),
            "--run",
            Path.Combine(_cli.Folder, "runs/first")
        );
        result.Code.ShouldBe(0, result.Error);

        // A host with weaker isolation says so in lines of its own; all that README shows must be there, in order.
        var lines = new Queue<string>(Readme().Split("--run runs/first\n```\n\n```\n")[1].Split("\n```")[0].Split('\n'));
        foreach (var line in result.Out.Split('\n').Where(l => l == lines.Peek()))
        {
            lines.Dequeue();
            if (lines.Count == 0)
            {
                return;
            }
        }

        lines.ShouldBeEmpty(result.Out);
    }

    [Fact]
    public async Task The_explanation_in_README_is_that_of_the_program()
    {
        var result = await _cli.RunAsync(100, "explain", "caisi-2026", "eci");
        var shown = Readme().Split("and the parts add up:\n\n```\n")[1].Split("\n```")[0];
        result.Out.TrimStart('\n').ShouldStartWith(shown);
    }

    [Fact]
    public async Task The_spread_in_README_is_that_of_the_program()
    {
        var result = await _cli.RunAsync("multiverse", "--out", Path.Combine(_cli.Folder, "multiverse"));
        var text = result.Out.ReplaceLineEndings(" ").Replace('\u00a0', ' ');
        text.ShouldContain("the median of 5,184 specifications is 5.3, nine in ten lie between 2.7 and 7.3");
        text.ShouldContain("The choice of definition makes 68 % of the spread");
        Readme()
            .ShouldContain(
                "runs 5,184 defensible specifications: the median is 5.3 months, nine in ten lie between 2.7 and 7.3, and the choice of definition makes 68 % of the spread"
            );
    }

    [Fact]
    public async Task Every_command_in_README_exists()
    {
        var help = (await _cli.RunAsync("--help")).Out;
        foreach (var command in Commands().Matches(Readme()).Select(m => m.Groups["name"].Value).Distinct())
        {
            help.ShouldContain($"\n  {command} ");
        }
    }

    private static string Readme() => File.ReadAllText(Repository.PathOf("README.md"));

    [GeneratedRegex("^\\| `tare (?<name>[a-z]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Commands();
}
