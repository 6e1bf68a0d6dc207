using System.Formats.Tar;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>The tool call by which a model that plays a part carries out an item's solution: unpack the solution's folder and run its <c>solve.sh</c>.</summary>
internal static class SolutionCall
{
    /// <summary>Largest command: Linux takes less than 128 KiB as one argument of a program.</summary>
    public const int LargestCommand = 131_000;

    private const string Tool = "bash";
    private const string Seconds = "timeout_seconds";
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const UnixFileMode Mode = (UnixFileMode)0b111_101_101;

    /// <summary>Name of the tool and its arguments.</summary>
    /// <param name="context">The attempt, with the solution's folder.</param>
    /// <param name="request">The question, with the tools that there are.</param>
    /// <exception cref="ModelFaultException">The task has no solution that fits one command, or there is no tool <c>bash</c>.</exception>
    public static (string Name, string Arguments) Of(AttemptContext context, ModelRequest request)
    {
        var item = context.Key.Item;
        if (context.SolutionFolder is not { } folder || !File.Exists(Path.Combine(folder, "solve.sh")))
        {
            throw Fault(
                MissingCause.Benchmark,
                $"the task {item} has no solution/solve.sh, which a scripted or simulated model carries out"
            );
        }

        var tool =
            request.Tools.FirstOrDefault(t => string.Equals(t.Name, Tool, StringComparison.Ordinal))
            ?? throw Fault(MissingCause.Agent, $"the harness offers no tool '{Tool}', through which the solution of {item} is carried out");
        var command = Command(folder);
        if (command.Length > LargestCommand)
        {
            throw Fault(
                MissingCause.Benchmark,
                FormattableString.Invariant(
                    $"the solution of {item} takes {command.Length} bytes as a command; one command holds at most {LargestCommand}"
                )
            );
        }

        var arguments = new JsonObject { ["command"] = command };
        if (TakesSeconds(tool) is { } most)
        {
            arguments[Seconds] = most;
        }

        return (Tool, arguments.ToJsonString(s_readable));
    }

    /// <summary>
    /// The command. A plain archive and not a packed one: packing gives other bytes with another version of its library, and the same script has to give
    /// the same transcript everywhere.
    /// </summary>
    internal static string Command(string folder) =>
        $"""
            d="$(mktemp -d)" && base64 -d <<'END' | tar -x -C "$d" && bash "$d/solve.sh"; s=$?; rm -rf "$d"; exit $s
            {Convert.ToBase64String(Archive(folder))}
            END
            """.ReplaceLineEndings("\n");

    private static byte[] Archive(string folder)
    {
        using var bytes = new MemoryStream();
        using (var archive = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            var files = Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
                .OrderBy(f => f.Name, StringComparer.Ordinal);
            foreach (var (name, file) in files)
            {
                using var content = new MemoryStream(File.ReadAllBytes(file));
                archive.WriteEntry(
                    new UstarTarEntry(TarEntryType.RegularFile, name)
                    {
                        DataStream = content,
                        Mode = Mode,
                        ModificationTime = DateTimeOffset.UnixEpoch,
                    }
                );
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The longest time that the tool takes as an argument, or <see langword="null"/> where it takes none.</summary>
    private static int? TakesSeconds(ToolDefinition tool) =>
        JsonNode.Parse(tool.ParametersSchema)?["properties"]?[Seconds]?["maximum"]?.GetValue<int>();

    private static ModelFaultException Fault(MissingCause cause, string message) => new(new AttemptError(cause, message));
}
