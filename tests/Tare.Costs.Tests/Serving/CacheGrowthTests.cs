using System.Text.Json;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.Costs.Tests;

public sealed class CacheGrowthTests
{
    [Fact]
    public void All_twenty_rows_of_the_gallery_agree()
    {
        IReadOnlyList<JsonElement> rows = Golden.Vectors("gallery.json");
        rows.Count.ShouldBe(20);
        foreach (JsonElement row in rows)
        {
            Architecture architecture = Subject(row.GetProperty("input"));
            JsonElement expected = row.GetProperty("expected");
            double bytes = CacheGrowth.TableBytesPerToken(architecture);
            bytes.ShouldBe(expected.GetProperty("bytesPerToken").GetDouble(), architecture.Id);
            Golden.ShouldRoundTo(bytes / 1024, expected.GetProperty("publishedKiB").GetString()!);
        }
    }

    [Fact]
    public void The_gallery_figure_of_the_small_Gemmas_is_not_what_their_configuration_says()
    {
        ServingOptions unshared = new() { Windows = WindowRule.Ignored, Sharing = SharingRule.Ignored };
        ServingOptions shared = new() { Windows = WindowRule.Ignored };
        (CacheGrowth.BytesPerToken(Golden.Curated("gemma4-e2b"), unshared) / 1024).ShouldBe(42);
        (CacheGrowth.BytesPerToken(Golden.Curated("gemma4-e4b"), unshared) / 1024).ShouldBe(98);
        (CacheGrowth.BytesPerToken(Golden.Curated("gemma4-e2b"), shared) / 1024).ShouldBe(18);
        (CacheGrowth.BytesPerToken(Golden.Curated("gemma4-e4b"), shared) / 1024).ShouldBe(56);
    }

    [Fact]
    public void Growth_is_the_difference_of_two_long_sequences()
    {
        foreach (Architecture architecture in ArchitectureDocument.Curated())
        {
            ServingOptions native = ServingOptions.NativeTo(architecture);
            long near = ServingCost.Of(architecture, 1 << 20, native).Cache.TotalBytes;
            long far = ServingCost.Of(architecture, 2 << 20, native).Cache.TotalBytes;
            ((double)(far - near) / (1 << 20)).ShouldBe(CacheGrowth.BytesPerToken(architecture, native), architecture.Id);
        }
    }

    private static Architecture Subject(JsonElement input)
    {
        string model = input.GetProperty("model").GetString()!;
        if (input.GetProperty("layers").ValueKind == JsonValueKind.Array)
        {
            string document = $$"""
                {"schema":"tare/architectures/1","architectures":[{"id":"x","name":"x","layers":{{input.GetProperty(
                    "layers"
                ).GetRawText()}}}]}
                """;
            return ArchitectureDocument.Read(document, "gallery.json, " + model).Single() with { Id = model };
        }

        Architecture curated = Golden.Curated(model);
        return input.GetProperty("adaptation").GetString() switch
        {
            "none" => curated,
            "globals keep key = value" => curated with
            {
                Layers =
                [
                    .. curated.Layers.Select(g =>
                        g.Layer is FullAttention full ? g with { Layer = full with { Values = ValueStorage.KeyIsValue } } : g
                    ),
                ],
            },
            "without window layers" => curated with { Layers = [.. curated.Layers.Where(g => g.Layer is not WindowAttention)] },
            var other => throw new InvalidOperationException($"Unknown adaptation '{other}'."),
        };
    }
}
