namespace Tare.Sandboxes;

/// <summary>One guarantee on this host, as a probe found it.</summary>
/// <param name="Guarantee">Which promise.</param>
/// <param name="Level">How it is kept.</param>
/// <param name="Evidence">What was run and what it showed, or why it could not.</param>
public sealed record Capability(Guarantee Guarantee, GuaranteeLevel Level, string Evidence);
