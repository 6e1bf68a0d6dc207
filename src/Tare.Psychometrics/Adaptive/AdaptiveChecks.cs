namespace Tare.Psychometrics;

/// <summary>What the options of an adaptive test must satisfy.</summary>
internal static class AdaptiveChecks
{
    internal static void Check(ItemBank bank, AdaptiveOptions options)
    {
        Require(
            options.TargetStandardError > 0 && double.IsFinite(options.TargetStandardError),
            $"target standard error {options.TargetStandardError}; expected a positive finite number of logits"
        );
        Require(options.MaximumItems is null or > 0, $"at most {options.MaximumItems} items; expected a positive number");
        Require(double.IsFinite(options.StartAbility), $"start ability {options.StartAbility}; expected a finite number of logits");
        Require(
            double.IsFinite(options.PopulationMean) && options.PopulationDeviation > 0 && double.IsFinite(options.PopulationDeviation),
            $"population mean {options.PopulationMean}, deviation {options.PopulationDeviation}; expected finite numbers and a positive deviation"
        );
        ArgumentException.ThrowIfNullOrEmpty(options.Seed);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        switch (options.Exposure)
        {
            case ExposureControl.Randomesque { Among: < 2 } r:
                throw new ArgumentException($"Adaptive test: randomesque among {r.Among}; expected at least 2 items.");
            case ExposureControl.SympsonHetter { Limit: not (> 0 and < 1) } s:
                throw new ArgumentException($"Adaptive test: exposure limit {s.Limit}; expected a share in (0, 1).");
        }

        foreach (var (group, share) in options.GroupShares ?? new Dictionary<string, double>(StringComparer.Ordinal))
        {
            Require(share > 0 && double.IsFinite(share), $"share {share} of group '{group}'; expected a positive finite number");
            Require(
                bank.Items.Any(item => string.Equals(item.Group, group, StringComparison.Ordinal)),
                $"group '{group}' with a share and without an item; expected the group of at least one item of the bank"
            );
        }

        Require(
            options.GroupShares is not { } shares || bank.Items.All(item => item.Group is { } g && shares.ContainsKey(g)),
            "content balance with items whose group has no share; expected a share for the group of every item"
        );
    }

    private static void Require(bool holds, string found)
    {
        if (!holds)
        {
            throw new ArgumentException($"Adaptive test: {found}.");
        }
    }
}
