using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Harnesses;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Commands;

/// <summary><c>tare transcript DIR ATTEMPT</c>: what was said and run in one attempt.</summary>
internal static class TranscriptCommand
{
    private const string FileName = "transcript.json";
    private const int NamesShown = 8;

    public static Command Build(Terminal terminal)
    {
        var run = new Argument<string>("DIR") { Description = "Folder of a run." };
        var attempt = new Argument<string>("ATTEMPT")
        {
            Description = "The attempt, for example local/bash-loop-1/port/wc/2, or a part of it that only one attempt has.",
        };
        var json = CommonOptions.Json();
        var command = new Command("transcript", "Show what was said and run in one attempt of a run.") { run, attempt, json };
        command.SetAction(parse =>
        {
            var folder = AttemptsOf(parse.GetValue(run)!);
            var id = Choose(Ids(folder), parse.GetValue(attempt)!);
            var path = Path.Combine(folder, id, FileName);
            var text = File.ReadAllText(path);
            var transcript = TranscriptJson.Read(text, path);
            if (parse.GetValue(json))
            {
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
                Output.Json(terminal, parse, new InputDigest(null, [(path, hash)]), [], TranscriptResultJson.Of(id, transcript));
            }
            else
            {
                TranscriptScreen.Write(terminal, id, transcript);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string AttemptsOf(string run)
    {
        RunFolder.CheckIsRun(run);
        var attempts = RunFolder.AttemptsFolder(run);
        return Directory.Exists(attempts)
            ? attempts
            : throw InputException.At(run, "no attempt has ended", "a run with a transcript", $"'tare status {run}' says how far it is");
    }

    private static List<string> Ids(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, FileName, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, Path.GetDirectoryName(f)!).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The one attempt that is meant: by its whole name, else by whole words between slashes, else by any part.</summary>
    internal static string Choose(IReadOnlyList<string> ids, string written)
    {
        var part = written.Trim('/');
        Func<string, bool>[] fits =
        [
            id => string.Equals(id, part, StringComparison.Ordinal),
            id => $"/{id}/".Contains($"/{part}/", StringComparison.OrdinalIgnoreCase),
            id => part.Length > 0 && id.Contains(part, StringComparison.OrdinalIgnoreCase),
        ];
        var found = fits.Select(f => ids.Where(f).ToList()).FirstOrDefault(f => f.Count > 0) ?? [];
        if (found.Count == 1)
        {
            return found[0];
        }

        if (found.Count > 1)
        {
            throw InputException.At(
                "ATTEMPT",
                $"'{written}' fits {Show.Count(found.Count)} attempts",
                Listed(found),
                "write more of its name"
            );
        }

        var words = part.Count(c => c == '/') + 1;
        var ends = ids.GroupBy(
                id => string.Join('/', id.Split('/')[^Math.Min(words, id.Count(c => c == '/') + 1)..]),
                StringComparer.Ordinal
            )
            .ToList();
        var near = NearestNames.Of(part, ends.Select(e => e.Key)).SelectMany(n => ends.Single(e => e.Key == n)).Take(NamesShown).ToList();
        throw InputException.At(
            "ATTEMPT",
            $"no transcript of '{written}'",
            Listed(ids),
            near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : "an attempt has a transcript once it has ended"
        );
    }

    private static string Listed(IReadOnlyList<string> ids)
    {
        var shown = string.Join(", ", ids.Take(NamesShown));
        return ids.Count == 0 ? "an attempt that has ended, of which there is none"
            : ids.Count <= NamesShown ? $"one of {shown}"
            : $"one of {shown} and {Show.Count(ids.Count - NamesShown)} more";
    }
}
