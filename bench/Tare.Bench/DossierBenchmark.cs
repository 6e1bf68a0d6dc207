using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Tare.Catalogue.Dossiers;
using Tare.Dossier;

namespace Tare.Bench;

/// <summary>Reading and checking a dossier of 100,000 claims, as JSON and as YAML; the first time in a process, as a command does it.</summary>
internal static class DossierBenchmark
{
    private const int Claims = 100_000;
    private static readonly DateTimeOffset s_asOf = new(2026, 11, 22, 23, 59, 59, TimeSpan.Zero);

    internal static int Run(string format)
    {
        var folder = Directory.CreateTempSubdirectory("tare-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, $"large.{format}");
            File.WriteAllText(file, format == "json" ? Json() : Yaml());
            var clock = Stopwatch.StartNew();
            var dossier = DossierYaml.Open(file);
            var read = clock.Elapsed;
            var report = DossierLint.Of(DossierIndex.Of(dossier.Dossier), new LintOptions { AsOf = s_asOf, Positions = dossier.Positions });
            if (dossier.Dossier.Claims.Count != Claims || report.Findings.Count != 0)
            {
                throw new InvalidOperationException($"{dossier.Dossier.Claims.Count} claims, {report.Findings.Count} findings.");
            }

            using var process = Process.GetCurrentProcess();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{format}, {new FileInfo(file).Length / 1e6:0.0} MB: read {read.TotalSeconds:0.00} s, rules {(clock.Elapsed - read).TotalSeconds:0.00} s, peak {process.PeakWorkingSet64 / 1e6:0} MB"
                )
            );
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> Claim(int i) =>
        new(StringComparer.Ordinal)
        {
            ["id"] = FormattableString.Invariant($"c{i}"),
            ["holder"] = i % 2 == 0 ? "a" : "b",
            ["reporter"] = "s",
            ["proposition"] = "p",
            ["stance"] = i % 2 == 0 ? "1" : "-1",
            ["kind"] = "finding",
            ["asserted"] = "2026-05-02",
            ["text"] = FormattableString.Invariant($"It is what number {i} says"),
        };

    private static string Yaml()
    {
        var text = new StringBuilder(
            """
            schema: tare/dossier-file/1
            id: large
            title: Large
            language: en
            recorded: 2026-11-01
            licence: CC0-1.0
            holders:
              - {id: a, name: A}
              - {id: b, name: B}
            sources:
              - {id: s, title: S, publisher: P, kind: report, published: 2026-05-01, url: "https://example.org/s"}
            propositions:
              - {id: p, text: Is it so?, answer: bool}
            claims:

            """
        );
        for (var i = 0; i < Claims; i++)
        {
            var first = "  - ";
            foreach (var (name, value) in Claim(i))
            {
                text.Append(first).Append(name).Append(": ").Append(value).Append('\n');
                first = "    ";
            }
        }

        return text.ToString();
    }

    private static string Json() =>
        """
            {"schema": "tare/dossier-file/1", "id": "large", "title": "Large", "language": "en", "recorded": "2026-11-01", "licence": "CC0-1.0",
            "holders": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
            "sources": [{"id": "s", "title": "S", "publisher": "P", "kind": "report", "published": "2026-05-01", "url": "https://example.org/s"}],
            "propositions": [{"id": "p", "text": "Is it so?", "answer": "bool"}],
            "claims": [
            """
        + string.Join(",\n", Enumerable.Range(0, Claims).Select(i => JsonSerializer.Serialize(Claim(i))))
        + "]}";
}
