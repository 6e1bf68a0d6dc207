namespace Tare.Records;

/// <summary>One side of a tension.</summary>
/// <param name="Holder">Who takes it.</param>
/// <param name="Claim">With which claim.</param>
public sealed record TensionSide(string Holder, string Claim);
