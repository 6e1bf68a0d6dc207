using System.Globalization;
using System.Text.RegularExpressions;
using Tare.App.Cli;
using Tare.App.Reporting;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare study</c>: claims and their verdicts.</summary>
public sealed partial class StudyCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("study-list", "study", "list")]
    [InlineData("study-show", "study", "show", "arc-scoring")]
    [InlineData("study-show-undecidable", "study", "show", "12")]
    public async Task Screens_are_the_approved_ones(string name, params string[] words)
    {
        var result = await _cli.RunAsync(140, words);
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, name);
    }

    [Theory]
    [InlineData("study-unknown", "study", "show", "arc-scorin")]
    [InlineData("study-without-data", "study", "show", "harness-share")]
    public async Task What_cannot_be_run_says_why(string name, params string[] words)
    {
        var result = await _cli.RunAsync(words);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    /// <summary>Every figure of the committed report, computed again from the pinned inputs.</summary>
    [Fact]
    [Trait("tier", "gate")]
    public void The_committed_report_is_what_the_program_writes()
    {
        var mirror = Mirror.PathOf("");
        var terminal = new Terminal
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Width = 120,
            Variable = name => name == "TARE_DATA_MIRROR" ? mirror : null,
        };
        var (findings, inputs) = ClaimsReport.Run(terminal, TestContext.Current.CancellationToken);
        Committed("README.md", ClaimsReport.Text(findings, inputs));
        Committed("findings.csv", ClaimsReport.Csv(findings));
    }

    /// <summary>
    /// The same words, and each number within two units of its last printed digit: fits stop at a tolerance, and which side of it they stop on
    /// may differ with the width of the processor's vectors. Hashes agree exactly.
    /// </summary>
    private static void Committed(string name, string text)
    {
        var path = Repository.PathOf($"docs/reports/claims-2026-05/{name}");
        if (Environment.GetEnvironmentVariable("TARE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        var (was, now) = (File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), text.Split('\n'));
        now.Length.ShouldBe(was.Length);
        for (var k = 0; k < now.Length; k++)
        {
            if (now[k].Contains('`', StringComparison.Ordinal))
            {
                now[k].ShouldBe(was[k]);
                continue;
            }

            Number().Replace(now[k], "#").ShouldBe(Number().Replace(was[k], "#"));
            foreach (var (a, b) in Number().Matches(was[k]).Zip(Number().Matches(now[k])))
            {
                var point = a.Value.IndexOf('.', StringComparison.Ordinal);
                var unit = Math.Pow(10, point < 0 ? 0 : point + 1 - a.Value.Length);
                double.Parse(b.Value, CultureInfo.InvariantCulture)
                    .ShouldBe(double.Parse(a.Value, CultureInfo.InvariantCulture), 2.01 * unit, $"{name}, line {k + 1}: {now[k]}");
            }
        }
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
