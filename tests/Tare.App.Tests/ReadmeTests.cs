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
