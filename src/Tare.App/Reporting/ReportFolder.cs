using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tare.Records;

namespace Tare.App.Reporting;

/// <summary>A report on disk: the page, its figures, the pinned inputs, and a manifest with the hash of each input.</summary>
internal static class ReportFolder
{
    /// <summary>The manifest.</summary>
    public const string Manifest = "report.json";

    /// <summary>Schema of the manifest.</summary>
    public const string Schema = "tare/report-folder/1";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Writes every file; a file of the same name is replaced, others are left alone.</summary>
    public static void Write(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (path, content) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }
    }

    /// <summary>The manifest's text.</summary>
    public static byte[] ManifestOf(ReportSettings settings, string version, IReadOnlyDictionary<string, byte[]> inputs)
    {
        var hashes = new JsonObject();
        foreach (var (path, content) in inputs.OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            hashes[path] = Convert.ToHexStringLower(SHA256.HashData(content));
        }

        var root = new JsonObject
        {
            ["schema"] = Schema,
            ["version"] = version,
            ["draws"] = settings.Draws,
            ["level"] = settings.Level,
            ["studies"] = settings.Studies,
            ["inputs"] = hashes,
        };
        return Encoding.UTF8.GetBytes(root.ToJsonString(s_indented) + "\n");
    }

    /// <summary>Reads the manifest.</summary>
    /// <exception cref="InputException">It is missing or cannot be read.</exception>
    public static (ReportSettings Settings, string Version, IReadOnlyDictionary<string, string> Hashes) Read(string folder)
    {
        var path = Path.Combine(folder, Manifest);
        if (!File.Exists(path))
        {
            throw InputException.At(path, "missing", "the manifest of a report", "name the folder that 'tare report --out DIR' wrote");
        }

        try
        {
            var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            if (root["schema"]?.GetValue<string>() is var schema && schema != Schema)
            {
                throw InputException.At(path, $"schema '{schema}'", $"'{Schema}'", "use the version of tare that wrote the report");
            }

            var settings = new ReportSettings(
                root["draws"]!.GetValue<int>(),
                root["level"]!.GetValue<double>(),
                root["studies"]!.GetValue<bool>()
            );
            var hashes = root["inputs"]!.AsObject().ToDictionary(i => i.Key, i => i.Value!.GetValue<string>(), StringComparer.Ordinal);
            return (settings, root["version"]!.GetValue<string>(), hashes);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw InputException.At(
                path,
                $"not a manifest: {e.Message}",
                "schema, version, draws, level, studies and inputs",
                "write the report again: tare report --out DIR"
            );
        }
    }
}
