using Spectre.Console;
using Tare.App.Cli;
using Tare.Costs;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare cost</c>.</summary>
internal static class CostScreen
{
    private const double Gibi = 1L << 30;
    private const long Mebi = 1L << 20;
    private const long Kibi = 1L << 10;
    private const double Giga = 1e9;

    // Characters of the columns beside the bars, and the bounds of a bar.
    private const int TextOfRatios = 56;
    private const int TextOfMembers = 56;
    private const int LeastBar = 8;
    private const int MostBar = 24;

    public static void Write(
        Terminal terminal,
        Architecture a,
        (ServingCost Cost, long PlainBytes) serving,
        IReadOnlyList<ServingSpeed> speeds,
        ServingComparison? comparison,
        SequencesInMemory? fits
    )
    {
        var cost = serving.Cost;
        var console = terminal.Styled();
        console.MarkupLineInterpolated(
            $"[bold]{a.Name}[/] at {Show.Number(cost.ContextTokens, "N0")} tokens: {Size(cost.Cache.TotalBytes)} of cache a sequence, {Gflop(cost.FlopsPerToken.TotalFlops)} a token"
        );
        console.WriteLine(
            a.NativeCache is null
                ? "The cache is counted in BF16."
                : $"The cache is counted in the formats that its developer states; in BF16 it would be {Size(serving.PlainBytes)}."
        );
        if (cost.BeyondStatedContext == true)
        {
            console.WriteLine("This is beyond the context that its developer states.");
        }

        console.Write(Parts(cost));
        foreach (var line in SpeedLines.Of(speeds))
        {
            console.WriteLine(line);
        }

        if (fits is not null)
        {
            console.WriteLine(Fits(fits));
        }

        if (comparison is not null)
        {
            console.Write(Ratios(comparison, terminal.Width));
            console.WriteLine(
                "Each cache in the format its developer states (else BF16), operations weighted by precision where its report weighs them. A headline ratio is one row."
            );
        }

        foreach (var note in a.Notes)
        {
            console.WriteLine($"Note: {note}");
        }

        console.WriteLine($"Sources: {string.Join("; ", a.Sources)}");
    }

    public static void Write(Terminal terminal, DevelopmentCost c, IReadOnlyList<ConsortiumPoint> curve)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated(
            $"[bold]Alone ${Usd(c.AloneUsd.CentralUsd)}; as one of {Show.Count(c.Inputs.Members)} ${Usd(c.MemberUsd.CentralUsd)}; as a follower ${Usd(c.FollowerUsd.CentralUsd)}[/]"
        );
        console.WriteLine(
            "Central: each input at its central value. Lower and upper: the least and the most that inputs inside their ranges give; they carry no probability and do not cover what is left out."
        );
        var table = Tables.New("US dollars", "central", "lower", "upper", "relative to alone");
        Tables.AlignRight(table, 1, 2, 3);
        Row(table, "alone", c.AloneUsd, null);
        Row(table, "  of which research and development", c.RdUsd, null);
        Row(table, "each member of the consortium", c.MemberUsd, c.MemberRelative);
        Row(table, "all members together", c.ConsortiumUsd, null);
        Row(table, "the same, independently", c.IndependentUsd, null);
        Row(table, "saved by the consortium", c.SavedUsd, null);
        Row(table, "follower", c.FollowerUsd, c.FollowerRelative);
        console.Write(table);
        console.WriteLine(
            $"With ever more members a member's cost tends to {Range(c.FloorRelative)} of alone; break-even at {Members(c.BreakEvenMembers)} members."
        );
        console.Write(Members(curve, terminal.Width));
        console.WriteLine("● each member trains its own final model, ○ one joint final run, ─ bounds, │ the cost alone.");
        var inputs = Tables.New("input", "central", "lower", "upper", "basis");
        foreach (var i in c.Inputs.Labelled)
        {
            Tables.Row(
                inputs,
                $"{i.Name} ({i.Symbol})",
                Plain(i.Central),
                Plain(i.Lower),
                Plain(i.Upper),
                $"{KebabCase.Of(i.Basis.Kind)}: {i.Basis.Text}"
            );
        }

        console.Write(inputs);
        console.WriteLine("Left out: " + string.Join("; ", DevelopmentCost.LeavesOut) + ".");
    }

    private static Table Parts(ServingCost cost)
    {
        var table = Tables.New("part", "cache", "operations a token");
        Tables.AlignRight(table, 1, 2);
        Tables.Row(table, "parameters", "", Gflop(cost.FlopsPerToken.ParameterFlops));
        Tables.Row(table, "attention", Size(cost.Cache.AttentionBytes), Gflop(cost.FlopsPerToken.AttentionCoreFlops));
        Tables.Row(table, "sliding windows", Size(cost.Cache.WindowBytes), "in attention");
        Tables.Row(table, "indexer", Size(cost.Cache.IndexBytes), Gflop(cost.FlopsPerToken.IndexerFlops));
        Tables.Row(table, "linear state", Size(cost.Cache.StateBytes), Gflop(cost.FlopsPerToken.LinearStateFlops));
        Tables.Row(table, "convolution state", Size(cost.Cache.ConvolutionBytes), "in parameters");
        Tables.Row(table, "total", Size(cost.Cache.TotalBytes), Gflop(cost.FlopsPerToken.TotalFlops));
        return table;
    }

    private static Table Ratios(ServingComparison comparison, int screen)
    {
        var most = comparison.Points.SelectMany(p => new[] { p.CacheRatio, p.FlopRatio }).Append(1).Max() ?? 1;
        var width = Math.Clamp((screen - TextOfRatios) / 2, LeastBar, MostBar);
        var scale = $"0 to {Show.Number(100 * most, "F0")} %";
        var table = Tables.New($"over {comparison.ReferenceId}", "cache", scale, "operations", scale);
        Tables.AlignRight(table, 0, 1, 3);
        foreach (var p in comparison.Points)
        {
            Tables.Row(
                table,
                $"{Show.Number(p.ContextTokens, "N0")} tokens",
                Percent(p.CacheRatio),
                TextChart.Bar(p.CacheRatio, most, width),
                Percent(p.FlopRatio),
                TextChart.Bar(p.FlopRatio, most, width)
            );
        }

        return table;
    }

    private static Table Members(IReadOnlyList<ConsortiumPoint> curve, int screen)
    {
        var most = curve.SelectMany(p => new[] { p.OwnFinalRun.Upper, p.JointFinalRun.Upper }).Append(1).Max();
        var width = Math.Clamp(screen - TextOfMembers, LeastBar, 2 * MostBar);
        var table = Tables.New("members", "own final run", "joint final run", $"0 to {Show.Number(most, "0.##")} of the cost alone");
        Tables.AlignRight(table, 0);
        foreach (var p in curve)
        {
            Tables.Row(
                table,
                Show.Count(p.Members),
                Range(p.OwnFinalRun),
                Range(p.JointFinalRun),
                TextChart.Ranges([(p.OwnFinalRun, '●'), (p.JointFinalRun, '○')], 1, most, width)
            );
        }

        return table;
    }

    private static string Fits(SequencesInMemory fits) =>
        !fits.WeightsFit
            ? $"No sequence fits: the weights alone take {Size(fits.Memory.WeightBytes)}, the memory is {Size(fits.Memory.MemoryBytes)}."
        : fits.Sequences is { } n
            ? $"{Show.Number(n, "N0")} sequences fit into {Size(fits.Memory.MemoryBytes)}: {Size(fits.Memory.WeightBytes)} of weights, {Size(fits.BytesPerSequence)} a sequence."
        : $"A sequence keeps nothing: any number fits beside {Size(fits.Memory.WeightBytes)} of weights.";

    private static void Row(Table table, string what, UsdRange usd, RatioRange? relative) =>
        Tables.Row(table, what, Usd(usd.CentralUsd), Usd(usd.LowerUsd), Usd(usd.UpperUsd), relative is null ? "" : Range(relative));

    private static string Usd(decimal value) => Show.Number((double)value / 1e6, "N0") + " M";

    private static string Range(RatioRange r) =>
        r.IsPoint
            ? Show.Number(r.Central, "F2")
            : $"{Show.Number(r.Central, "F2")} [{Show.Number(r.Lower, "F2")}, {Show.Number(r.Upper, "F2")}]";

    private static string Members(MemberRange r) =>
        r.Central is { } central ? $"{Show.Number(central, "F1")} [{Limit(r.Lower)}, {Limit(r.Upper)}]" : "no number of";

    private static string Limit(double? value) => value is { } v ? Show.Number(v, "F1") : "never";

    private static string Plain(decimal value) => Show.Number((double)value, value >= 1000 ? "0.###e+0" : "0.###");

    private static string Percent(double? ratio) => ratio is { } r ? Show.Number(100 * r, "F1") + " %" : "not applicable";

    /// <summary>Bytes in GiB, in MiB or KiB where two decimals of a GiB would show nothing, and plain where there are none.</summary>
    public static string Size(double bytes) =>
        bytes switch
        {
            0 => "none",
            >= 10 * Mebi => Show.Number(bytes / Gibi, "F2") + " GiB",
            >= 10 * Kibi => Show.Number(bytes / Mebi, "F2") + " MiB",
            _ => Show.Number(bytes, "N0") + " B",
        };

    private static string Gflop(long? flops) => flops is { } f ? Show.Number(f / Giga, "F2") + " GFLOP" : Show.Unknown;
}
