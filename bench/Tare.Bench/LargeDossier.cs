using System.Text.Encodings.Web;
using System.Text.Json;
using Tare.Catalogue.Dossiers;

namespace Tare.Bench;

/// <summary>A dossier of 100,000 claims without an error: short ones of eight fields, or full ones that cite, carry and rest on other records.</summary>
internal static class LargeDossier
{
    internal const int Claims = 100_000;
    private const int Holders = 1000;
    private const int Sources = 500;
    private const int Propositions = 200;
    private const int Evidence = 2000;
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it on one line, as programs write JSON.</summary>
    internal static void WriteJson(string file, bool isFull)
    {
        var dossier = new
        {
            schema = DossierYaml.Schema,
            id = "large",
            title = "Large",
            language = "en",
            recorded = "2026-11-01",
            licence = "CC0-1.0",
            holders = Many(Holders, i => new { id = $"h{i}", name = $"Holder {i}" }),
            sources = Many(
                Sources,
                i => new
                {
                    id = $"s{i}",
                    title = $"Report {i}",
                    publisher = "P",
                    kind = "report",
                    published = "2026-05-01",
                    url = $"https://example.org/{i}",
                }
            ),
            propositions = Many(
                Propositions,
                i => new
                {
                    id = $"p{i}",
                    text = "Is it so?",
                    answer = "bool",
                }
            ),
            evidence = Many(
                Evidence,
                i => new
                {
                    id = $"e{i}",
                    source = $"s{i % Sources}",
                    measure = "lag",
                    value = 1.5,
                    unit = "months",
                }
            ),
            claims = Many(Claims, isFull ? Full : Short),
        };
        File.WriteAllText(file, JsonSerializer.Serialize(dossier, s_json));
    }

    /// <summary>Writes the same dossier as YAML.</summary>
    internal static void WriteYaml(string file, string json) => File.WriteAllText(file, DossierYaml.Write(DossierYaml.Open(json).Dossier));

    private static IEnumerable<object> Many(int count, Func<int, object> make) => Enumerable.Range(0, count).Select(make);

    private static object Short(int i) =>
        new
        {
            id = $"c{i}",
            holder = $"h{i % 2}",
            reporter = "s0",
            proposition = "p0",
            stance = i % 2 == 0 ? 1 : -1,
            kind = "finding",
            asserted = "2026-05-02",
            text = $"It is what number {i} says",
        };

    private static object Full(int i) =>
        new
        {
            id = $"c{i}",
            holder = $"h{i * 7 % Holders}",
            reporter = $"s{i * 11 % Sources}",
            carried_in = new[] { $"s{i * 11 % Sources}", $"s{i * 13 % Sources}" },
            proposition = $"p{i * 17 % Propositions}",
            stance = (i % 5) - 2,
            kind = "finding",
            asserted = "2026-05-02",
            text = $"Number {i}: by this index the gap between open and closed models is about eight months, and it is narrower where the harness is the model's own",
            domain = "capability",
            about = new[] { $"h{i * 19 % Holders}" },
            cites = new[] { $"s{i * 23 % Sources}", $"s{i * 29 % Sources}" },
            evidence_for = new[] { $"e{i * 31 % Evidence}", $"e{i * 37 % Evidence}" },
            recorded = "2026-11-01",
        };
}
