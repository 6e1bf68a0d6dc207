namespace Tare.Records;

/// <summary>How "months behind" is defined. The names are those on the command line, in kebab case.</summary>
public enum LagDefinition
{
    /// <summary>For one follower: its date minus the first date at which a leader was at least as able.</summary>
    FirstCrossing,

    /// <summary>Mean of <see cref="FirstCrossing"/> over followers that set a record of their group since the start.</summary>
    Records,

    /// <summary>Mean over ability levels of the first follower's date minus the first leader's date.</summary>
    Levels,

    /// <summary>Mean over days of that day minus the first leader's date at the level of that day's best follower.</summary>
    Daily,

    /// <summary>Horizontal offset between two parallel least-squares lines through the record setters of both groups.</summary>
    TrendLine,

    /// <summary>Mean over leader records of the lag to the first follower that is not significantly below it.</summary>
    CatchUp,
}
