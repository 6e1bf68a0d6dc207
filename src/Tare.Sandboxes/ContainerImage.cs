namespace Tare.Sandboxes;

/// <summary>An image that an engine has.</summary>
/// <param name="Name">Its name or digest.</param>
/// <param name="WorkFolder">Its <c>WORKDIR</c>; null where it names none but the root.</param>
public sealed record ContainerImage(string Name, string? WorkFolder);
