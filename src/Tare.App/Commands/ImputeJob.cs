using Tare.App.Cli;
using Tare.Psychometrics;

namespace Tare.App.Commands;

/// <summary>What <c>tare impute</c> was asked.</summary>
internal sealed record ImputeJob(ResponseMatrix Data, string Path, ItemBenchmarks Benchmarks)
{
    public required HoldOutOptions Options { get; init; }

    /// <summary>The study at the sizes that were asked for.</summary>
    public HoldOutStudy HoldOut(Terminal terminal, CancellationToken cancel) => Run(terminal, Options, cancel);

    /// <summary>The study of the others at the size that the person was run; <see langword="null"/> where too few have every item.</summary>
    public HoldOutStudy? HoldOutLike(Terminal terminal, SubsetImputationResult result, CancellationToken cancel)
    {
        if (result.RunCount == 0 || result.RunCount == result.ItemCount)
        {
            return null;
        }

        try
        {
            return Run(terminal, Options with { Shares = [(double)result.RunCount / result.ItemCount] }, cancel);
        }
        catch (NotIdentifiedException)
        {
            return null;
        }
    }

    private HoldOutStudy Run(Terminal terminal, HoldOutOptions options, CancellationToken cancel)
    {
        using var line = new ProgressLine(terminal, "holding out");
        var most = options.MostPersons == 0 ? Data.Persons.Count : Math.Min(options.MostPersons, Data.Persons.Count);
        return HoldOutStudy.Of(Data, Benchmarks.Name, Benchmarks.NameOf, options, line.Of(most), cancel);
    }
}
