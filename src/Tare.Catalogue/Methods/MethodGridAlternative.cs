namespace Tare.Catalogue;

/// <summary>One alternative of a grid's choice.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Settings">What it changes in the base: <c>KEY=VALUE</c> each; empty leaves the base as it is.</param>
public sealed record MethodGridAlternative(string Name, IReadOnlyList<string> Settings);
