using System.CommandLine;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Commands;
using Tare.Catalogue;

namespace Tare.App.Releases;

/// <summary>What the commands about models share: the evidence behind abilities, and how memory is counted.</summary>
internal sealed class ModelQuery
{
    private const string Method = "eci";
    private const long UsualContext = 32_768;

    public Option<string?> Evidence { get; } = CommonOptions.Evidence();

    public Option<int> Draws { get; } = CommonOptions.Draws();

    public Option<string?> Context { get; } =
        Quantities.Option("--context", "Tokens of the sequence whose cache counts as memory. Default 32k.", "TOKENS");

    public Option<double> WeightBits { get; } =
        new("--weight-bits")
        {
            Description = "Bits a parameter is held in, for the memory. Default 8.",
            HelpName = "BITS",
            DefaultValueFactory = _ => 8,
        };

    /// <summary>How memory is counted.</summary>
    public MemoryAssumption Memory(ParseResult parse) =>
        parse.GetValue(WeightBits) is var bits and > 0 and <= 64
            ? new MemoryAssumption(Quantities.Value(parse, Context) ?? UsualContext, bits)
            : throw Records.InputException.At(
                WeightBits.Name,
                parse.GetResult(WeightBits)?.Tokens is [var token, ..] ? $"'{token.Value}'" : "no number",
                "a number above 0 and at most 64",
                $"for example {WeightBits.Name} 4.25 for FP4 with scales"
            );

    /// <summary>The abilities under the index, and the evidence behind them.</summary>
    public (FitFinding Fit, ResolvedInputs Inputs) Abilities(Terminal terminal, ParseResult parse, CancellationToken cancel)
    {
        var methodology = Methodologies.Get(Method);
        var resolved = new Inputs(terminal).Evidence(parse.GetValue(Evidence) ?? methodology.Evidence);
        var draws = parse.GetValue(Draws);
        using var line = new ProgressLine(terminal, "drawing");
        return (MethodologyFit.Of(resolved.Evidence, methodology, draws, methodology.Level, line.Of(draws), cancel), resolved);
    }
}
