namespace Tare.Sandboxes;

/// <summary>Whether containers work on this host.</summary>
/// <param name="Engine">The engine that ran one; null where none did.</param>
/// <param name="Evidence">What showed it, in one line.</param>
public sealed record ContainerProbe(ContainerEngine? Engine, string Evidence);
