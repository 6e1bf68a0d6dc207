using Tare.Records;

namespace Tare.Analysis;

/// <summary>One model as the only follower: its lag under each definition, data held fixed.</summary>
/// <param name="Model">The model.</param>
/// <param name="Definitions">The lag under each definition asked for.</param>
public sealed record ModelDefinitions(AbilityRow Model, IReadOnlyList<LagEstimate> Definitions)
{
    /// <summary>Number of definitions that give a number for this model.</summary>
    public int Known => Definitions.Count(d => d.Months is not null);

    /// <summary>Largest minus smallest lag over the definitions that give a number, months; <see langword="null"/> below two of them.</summary>
    public double? Span => Known < 2 ? null : Definitions.Max(d => d.Months) - Definitions.Min(d => d.Months);

    /// <summary>Whether a definition says anything of this model: it has at least one term, caught up with or censored.</summary>
    /// <param name="lag">The lag under the definition.</param>
    public static bool IsDefined(LagEstimate lag)
    {
        ArgumentNullException.ThrowIfNull(lag);
        return lag.Caught + lag.Censored > 0;
    }

    /// <summary>Each model as the only follower behind the leading group of the options.</summary>
    /// <param name="table">Abilities with dates and groups.</param>
    /// <param name="options">Leading group, period, definitions; the follower is each model in turn.</param>
    /// <param name="models">Identifiers or names.</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="InputException">A model is not in the table or has no date, or the leading group has no dated model.</exception>
    public static IReadOnlyList<ModelDefinitions> Of(
        AbilityTable table,
        GapOptions options,
        IReadOnlyList<string> models,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(models);
        var rows = models
            .Select(m => table.Rows[AbilityTables.PositionOf(table, m, "--models")])
            .DistinctBy(r => r.Id, StringComparer.Ordinal)
            .ToArray();
        return
        [
            .. rows.Select(r => new ModelDefinitions(
                r,
                GapAnalysis.Of(table, options with { Axis = Axis.Model, Model = r.Id }, cancel).Definitions
            )),
        ];
    }
}
