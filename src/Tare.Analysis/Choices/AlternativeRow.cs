namespace Tare.Analysis;

/// <summary>The specifications that take one alternative of a choice.</summary>
/// <param name="Name">The alternative.</param>
/// <param name="Count">Specifications with months.</param>
/// <param name="LowerQuartile">25 % quantile of their months; <see langword="null"/> where there are none.</param>
/// <param name="Median">Median of their months.</param>
/// <param name="UpperQuartile">75 % quantile of their months.</param>
public sealed record AlternativeRow(string Name, int Count, double? LowerQuartile, double? Median, double? UpperQuartile);
