namespace Tare.Sandboxes;

/// <summary>A folder or file of the host that one command sees, read-only, and no other: tests, a solution.</summary>
/// <param name="HostPath">Where it lies on the host; readable by others, and not below a path that every command sees.</param>
/// <param name="Path">Where the command sees it, such as <c>/tests</c>.</param>
public sealed record HiddenFolder(string HostPath, string Path);
