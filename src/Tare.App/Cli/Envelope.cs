using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tare.App.Cli;

/// <summary>What every <c>--json</c> prints: one object with schema, command, inputs, warnings and result.</summary>
internal sealed record Envelope
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The command's name; the schema is <c>tare/{command}/1</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The words of the command line.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Digest of the evidence, or <see langword="null"/> where none was read.</summary>
    public string? Digest { get; init; }

    /// <summary>Files read, with the SHA-256 of each.</summary>
    public IReadOnlyList<(string Path, string Sha256)> Files { get; init; } = [];

    /// <summary>What a reader must know before using the result.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The result.</summary>
    public required JsonObject Result { get; init; }

    /// <summary>Writes the object and a line end.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(TextWriter writer)
    {
        var root = new JsonObject
        {
            ["schema"] = $"tare/{Command}/1",
            ["command"] = Strings(Arguments),
            ["inputs"] = new JsonObject
            {
                ["digest"] = Digest,
                ["files"] = new JsonArray([.. Files.Select(f => (JsonNode)new JsonObject { ["path"] = f.Path, ["sha256"] = f.Sha256 })]),
            },
            ["warnings"] = Strings(Warnings),
            ["result"] = Result,
        };
        writer.WriteLine(root.ToJsonString(s_options));
    }

    /// <summary>An array of strings.</summary>
    /// <param name="values">The strings.</param>
    public static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(v => (JsonNode?)v)]);
}
