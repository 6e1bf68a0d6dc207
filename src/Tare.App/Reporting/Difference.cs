namespace Tare.App.Reporting;

/// <summary>One thing in a report's folder that is not what its inputs give.</summary>
/// <param name="What">The input or the figure, by name.</param>
/// <param name="Place">File, line and column.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What the inputs give.</param>
internal sealed record Difference(string What, string Place, string Found, string Expected);
