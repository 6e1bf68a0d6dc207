using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Layer lists from <c>config.json</c> files as published on Hugging Face, for the families that this program understands.</summary>
/// <remarks>
/// A configuration states sizes, not parameters: active and total parameters stay unknown. Field names follow the configuration classes of
/// Hugging Face Transformers. What is not understood is refused, never guessed.
/// </remarks>
public static class HuggingFaceConfiguration
{
    private const string NextStep =
        "Give a configuration of a known family, or write the layer list as data (data/architectures/README.md).";

    private static readonly SortedDictionary<string, Func<JsonFields, IReadOnlyList<PlacedLayer>>> s_families = new(StringComparer.Ordinal)
    {
        ["afmoe"] = WindowFamilies.Trinity,
        ["deepseek_v3"] = LatentFamilies.Dense,
        ["deepseek_v32"] = LatentFamilies.Sparse,
        ["deepseek_v4"] = CompressedFamily.Read,
        ["gemma4"] = GemmaFamily.Read,
        ["gemma4_text"] = GemmaFamily.Read,
        ["glm_moe_dsa"] = LatentFamilies.Sparse,
        ["kimi_k2"] = LatentFamilies.Dense,
        ["kimi_k25"] = LatentFamilies.Dense,
        ["laguna"] = WindowFamilies.Laguna,
        ["lfm2"] = StateFamilies.Convolution,
        ["llama"] = WindowFamilies.Plain,
        ["mimo_v2"] = WindowFamilies.MiMo,
        ["mimo_v2_flash"] = WindowFamilies.MiMo,
        ["olmo2"] = WindowFamilies.Plain,
        ["qwen3_5"] = StateFamilies.DeltaNet,
        ["qwen3_5_moe"] = StateFamilies.DeltaNet,
        ["qwen3_5_moe_text"] = StateFamilies.DeltaNet,
        ["qwen3_5_text"] = StateFamilies.DeltaNet,
        ["qwen3_next"] = StateFamilies.DeltaNet,
        ["zaya"] = StateFamilies.Convolutional,
    };

    /// <summary>The values of <c>model_type</c> that are understood.</summary>
    public static IReadOnlyCollection<string> ModelTypes => s_families.Keys;

    /// <summary>The layer list of a configuration.</summary>
    /// <param name="json">The text of <c>config.json</c>.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <param name="id">Identifier of the result; default its <c>model_type</c>.</param>
    /// <exception cref="InputException">The file is not JSON, the family is not known, or a field is missing or has a value that cannot be.</exception>
    public static Architecture Read(string json, string place, string? id = null)
    {
        JsonFields root = new(JsonFields.Parse(json, place, NextStep), place, string.Empty, NextStep);
        string family = root.Text("model_type");
        if (!s_families.TryGetValue(family, out Func<JsonFields, IReadOnlyList<PlacedLayer>>? read))
        {
            throw root.Wrong("model_type", $"one of {string.Join(", ", s_families.Keys)}");
        }

        JsonFields text = root.OptionalObject("text_config") ?? root;
        Architecture architecture = new()
        {
            Id = id ?? family,
            Name = id ?? family,
            ContextTokens = text.OptionalInt("max_position_embeddings"),
            Layers = PlacedLayer.Runs(read(text)),
            Sources = [place],
            Notes = ["A configuration file does not state the number of parameters."],
        };
        return ArchitectureCheck.Require(architecture, place);
    }
}
