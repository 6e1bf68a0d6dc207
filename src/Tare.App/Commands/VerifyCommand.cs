using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Reporting;
using Tare.App.Screens;

namespace Tare.App.Commands;

/// <summary><c>tare verify DIR</c>: computes every figure of a report again from its pinned inputs.</summary>
internal static class VerifyCommand
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that 'tare report --out DIR' wrote." };
        var json = CommonOptions.Json();
        var command = new Command("verify", "Compute every figure of a report again from its pinned inputs, and say equal or not.")
        {
            folder,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var result = await VerifyAsync(terminal, parse.GetValue(folder)!, cancel);
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, InputDigest.None, [], Json(result));
                }
                else
                {
                    Write(terminal, result);
                }

                return result.Equal ? ExitCode.Done : ExitCode.Fault;
            }
        );
        return command;
    }

    private static async Task<VerificationResult> VerifyAsync(Terminal terminal, string folder, CancellationToken cancel)
    {
        using var line = new ProgressLine(terminal, "verifying");
        return await ReportVerification.OfAsync(folder, line.OfReport(), cancel);
    }

    private static void Write(Terminal terminal, VerificationResult result)
    {
        if (result.Equal)
        {
            terminal.Out.WriteLine(
                $"Equal: {Show.Count(result.FilesCompared, "file")} computed again from the pinned inputs, byte for byte."
            );
            return;
        }

        terminal.Out.WriteLine($"NOT equal: {Show.Count(result.Differences.Count, "difference")}.");
        foreach (var d in result.Differences)
        {
            terminal.Out.WriteLine($"{d.What}: {d.Place}");
            terminal.Out.WriteLine($"  found:    {d.Found}");
            terminal.Out.WriteLine($"  expected: {d.Expected}");
        }
    }

    private static JsonObject Json(VerificationResult result) =>
        new()
        {
            ["equal"] = result.Equal,
            ["filesCompared"] = result.FilesCompared,
            ["version"] = result.Version,
            ["differences"] = new JsonArray([
                .. result.Differences.Select(d => new JsonObject
                {
                    ["what"] = d.What,
                    ["place"] = d.Place,
                    ["found"] = d.Found,
                    ["expected"] = d.Expected,
                }),
            ]),
        };
}
