namespace Tare.App.Releases;

/// <summary>The order of a list of models.</summary>
internal enum ModelSort
{
    /// <summary>Oldest first; unknown dates last.</summary>
    Date,

    /// <summary>By name.</summary>
    Name,

    /// <summary>Most able first.</summary>
    Ability,

    /// <summary>Most points for each billion active parameters first.</summary>
    AbilityPerParameter,

    /// <summary>Most points for each gigabyte of memory first.</summary>
    AbilityPerGigabyte,

    /// <summary>Most points for each US dollar first.</summary>
    AbilityPerDollar,
}
