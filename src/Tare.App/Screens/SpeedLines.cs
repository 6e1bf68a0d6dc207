using Tare.Costs;

namespace Tare.App.Screens;

/// <summary>What reading a context once takes, and how fast one sequence can be decoded at most, as sentences.</summary>
internal static class SpeedLines
{
    /// <summary>What the bound on decoded tokens leaves out.</summary>
    public const string LeftOut =
        "The bound is what reading memory alone allows: computation, batching of sequences and communication between devices are left out.";

    private const double Giga = 1e9;
    private const double Tera = 1e12;
    private const double Peta = 1e15;

    /// <summary>One sentence for each model, then what is left out where a speed is among them.</summary>
    /// <param name="speeds">The model in question, then the other one where there is one.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<ServingSpeed> speeds)
    {
        var decoded = speeds.Where(s => s.Decode is not null).Select(s => Decode(s, s.Decode!)).ToList();
        return [.. speeds.Select(s => Prefill(s.Name, s.Prefill)), .. decoded, .. decoded.Count == 0 ? (string[])[] : [LeftOut]];
    }

    private static string Prefill(string name, PrefillFlops p)
    {
        var parts = new (string Name, double? Flops)[]
        {
            ("parameters", p.ParameterFlops),
            ("attention", p.AttentionCoreFlops),
            ("indexer", p.IndexerFlops),
            ("linear state", p.LinearStateFlops),
        };
        var shown = string.Join(", ", parts.Where(f => f.Flops != 0).Select(f => $"{f.Name} {Operations(f.Flops)}"));
        var total = p.TotalFlops is null ? $"an {Show.Unknown} number of operations" : Operations(p.TotalFlops);
        return $"{name} reads {Show.Number(p.PromptTokens, "N0")} tokens once in {total}, unweighted: {shown}.";
    }

    private static string Decode(ServingSpeed s, DecodeSpeed d) =>
        $"{s.Name} decodes at most {Tokens(d.TokensPerSecond)} tokens a second for one sequence at {Show.Number(d.ContextTokens, "N0")} tokens: "
        + $"{Rate(d.BandwidthBytesPerSecond)} over {CostScreen.Size(d.WeightBytesRead)} of weights ({Show.Number(s.WeightBits, "G6")} bits a parameter) and {CostScreen.Size(d.CacheBytesRead)} of cache read for a token.";

    /// <summary>Two decimals in the largest unit in which a tenth is reached.</summary>
    private static string Operations(double? flops) =>
        flops switch
        {
            null => Show.Unknown,
            >= Peta / 10 => Show.Number(flops.Value / Peta, "N2") + " PFLOP",
            >= Tera / 10 => Show.Number(flops.Value / Tera, "N2") + " TFLOP",
            _ => Show.Number(flops.Value / Giga, "N2") + " GFLOP",
        };

    private static string Tokens(double value) => Show.Number(value, value >= 1 ? "N1" : "G3");

    /// <summary>As a data sheet has it, and in the unit of the bytes beside it.</summary>
    private static string Rate(double value) =>
        value switch
        {
            >= Tera => Show.Number(value / Tera, "#,0.###") + " TB/s",
            >= Giga => Show.Number(value / Giga, "#,0.###") + " GB/s",
            _ => Show.Number(value, "G6") + " B/s",
        } + $" ({CostScreen.Size(value)}/s)";
}
